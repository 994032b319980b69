# Makefile - build, test and install avow.
#
#   make                  the plugin for $(CC) and the command build/avow
#   make try              see it work: installs what is missing, builds, shows a demonstration
#   make check            every test; ends with one line "N passed, N failed"
#   make check-mutation   is every missing promise noticed, over the statements of real packages?
#   make check-soundness  does anything happen that avow called impossible? (random statements, executed)
#   make check-isa-run    every form of the x86 tables, executed on this processor (a minute)
#   make CC=gcc-13        for another GCC, cross compilers included
#   make check-isa-compare   the effect tables against Zydis and LLVM (build/isa-compare.tsv)
#   make check-isa-new       ... against the newest GNU as that Debian has (fetches it)
#   make check-expand        macros, conditions and Intel syntax against GNU as, and any bytes (minutes)
#   make check-isa-gas       every operand form that GNU as takes (fetches the source of binutils)
#   make isa-coverage     docs/isa-coverage.md: what the tables cover, how each row was proven
#   make check-repair     random functions, short of registers, compile with mode=fix as without (N=50 SEED=1 UNITS=...)
#   make check-text       the text of each asm after register allocation against the assembly that GCC writes (PACKAGE=...)
#   make check-packages   real packages, built with mode=fix, pass their own tests
#   make -s print-plugin  where the plugin for $(CC) is
#
# Nothing is built outside build/.  The core (C11, no GCC header) is compiled
# once; the glue (plugin/gcc/) once per compiler, in build/TARGET-VERSION/.
# HOSTCC and HOSTCXX compile both: the plugin runs where the compiler runs,
# so for a cross compiler they are not $(CC).

ifeq ($(origin CC),default)
CC := gcc
endif
HOSTCC  ?= gcc
HOSTCXX ?= g++
PREFIX  ?= /usr/local
AWK     ?= awk
PYTHON  ?= $(firstword $(wildcard /usr/bin/python3) python3)
B       := build
export CC HOSTCC HOSTCXX PYTHON

.DEFAULT_GOAL := all
.DELETE_ON_ERROR:
.SUFFIXES:

# ---- the compiler that will load the plugin ----------------------------------

CC_TARGET  := $(shell $(CC) -dumpmachine 2>/dev/null)
CC_VERSION := $(shell $(CC) -dumpfullversion 2>/dev/null || $(CC) -dumpversion 2>/dev/null)
CC_MAJOR   := $(firstword $(subst ., ,$(CC_VERSION)))
PLUGIN_DIR := $(shell $(CC) -print-file-name=plugin 2>/dev/null)
O          := $(B)/$(CC_TARGET)-$(CC_VERSION)
PLUGIN     := $(O)/avow.so

# ---- flags --------------------------------------------------------------------

OPT        ?= -O2
SECTIONS   := -ffunction-sections -fdata-sections -fno-asynchronous-unwind-tables
CORE_FLAGS := -std=c11 -Wall -Wextra -pedantic -Werror $(OPT) -fPIC -fvisibility=hidden \
              $(SECTIONS) -Iplugin -I$(B)/gen
# Headers of GCC 16 need C++14.
GLUE_STD   := $(shell [ "$(CC_MAJOR)" -ge 16 ] 2>/dev/null && echo gnu++14 || echo gnu++11)
# No -fvisibility=hidden here: it would hide the vtables of GCC's own pass
# classes.  scripts/plugin.map keeps everything but the two required names local.
GLUE_FLAGS := -std=$(GLUE_STD) -fno-exceptions -fno-rtti -Wall -Wextra -Werror $(OPT) -fPIC \
              -fno-semantic-interposition $(SECTIONS) -Iplugin -isystem $(PLUGIN_DIR)/include
# Loading is symbol binding and relocation: few imports, all bound at once, so
# that a compiler which cannot run the plugin refuses it instead of ignoring it.
LINK_FLAGS := -shared -Wl,-z,now -Wl,-z,relro -Wl,--gc-sections -Wl,--as-needed -Wl,-O1 \
              -Wl,--hash-style=gnu -Wl,--version-script=scripts/plugin.map
SAN_FLAGS  := -std=c11 -Wall -Wextra -pedantic -Werror -O1 -g -fno-omit-frame-pointer \
              -fsanitize=address,undefined -fno-sanitize-recover=all -Iplugin -I$(B)/gen
DEPFLAGS    = -MMD -MP

# ---- sources --------------------------------------------------------------------

ARCHES    := $(patsubst isa/%/,%,$(filter %/,$(wildcard isa/*/)))
GEN       := $(foreach a,$(ARCHES),$(B)/gen/$a.inc $(B)/gen/$a-calls.inc)
CORE_SRC  := $(wildcard plugin/*.c plugin/asm/*.c plugin/model/*.c plugin/rules/*.c \
                        plugin/arch/*.c plugin/report/*.c plugin/repair/*.c)
GLUE_SRC  := $(wildcard plugin/gcc/*.cc)
GLUE_CSRC := $(wildcard plugin/gcc/*.c)
CLI_SRC   := $(wildcard plugin/cli/*.c)
UNIT_SRC  := $(wildcard testsuite/unit/*.c)

CORE_OBJ  := $(CORE_SRC:%.c=$(B)/core/%.o)
SAN_OBJ   := $(CORE_SRC:%.c=$(B)/san/%.o)
CLI_OBJ   := $(CLI_SRC:%.c=$(B)/core/%.o)
GLUE_OBJ  := $(GLUE_SRC:%.cc=$(O)/%.o) $(GLUE_CSRC:%.c=$(B)/core/%.o)
UNIT_BIN  := $(UNIT_SRC:testsuite/unit/%.c=$(B)/unit/%)

# Inside the recipes of other goals; a plain -j of the caller wins.
SUBMAKE = $(MAKE) --no-print-directory $(if $(filter -j% --jobserver%,$(MAKEFLAGS)),,-j$(shell nproc))
RUN     = $(PYTHON) testsuite/run --build $(B) --cc "$(CC)" --plugin $(abspath $(PLUGIN)) $(TESTFLAGS)

.PHONY: all plugin try check check-all check-unit check-gcc check-isa check-isa-new check-sh check-layers check-text check-repair check-packages bench \
        check-expand check-isa-run check-isa-compare check-isa-gas isa-coverage \
        install uninstall clean format deps print-plugin unit FORCE

all: plugin $(B)/avow
plugin: $(PLUGIN)
	@ln -sfn $(notdir $(O))/avow.so $(B)/avow.so

print-plugin:
	@echo $(abspath $(PLUGIN))

# ---- rules of the build ------------------------------------------------------------

# Rebuilt objects when the flags change, and when $(CC) is another compiler of
# the same version: a file that is rewritten only if its text differs.
define remember
	@mkdir -p $(@D)
	@printf '%s\n' '$(subst ','\'',$1)' | cmp -s - $@ || printf '%s\n' '$(subst ','\'',$1)' > $@
endef

$(B)/core/flags: FORCE
	$(call remember,$(HOSTCC) $(CORE_FLAGS))
$(B)/san/flags: FORCE
	$(call remember,$(HOSTCC) $(SAN_FLAGS))
$(O)/flags: FORCE
	$(call remember,$(HOSTCXX) $(GLUE_FLAGS) $(LINK_FLAGS))

$(O)/headers-work: $(O)/flags
	@printf '#include "gcc-plugin.h"\n' | $(HOSTCXX) $(GLUE_FLAGS) -fsyntax-only -x c++ - 2>$@.log || { \
	  CC="$(CC)" scripts/deps --explain; sed 's/^/  | /' $@.log | head -3; exit 1; } >&2
	@touch $@

define tables
$(B)/gen/$1.inc: scripts/isagen.awk isa/$1/$1.regs $(sort $(wildcard isa/$1/*.isa)) $(wildcard isa/$1/*.bytes)
	@mkdir -p $$(@D)
	LC_ALL=C $(AWK) -f $$< -v arch=$1 $$(filter isa/%,$$^) > $$@
$(B)/gen/$1-calls.inc: scripts/callgen.awk $(sort $(wildcard isa/$1/*.calls))
	@mkdir -p $$(@D)
	LC_ALL=C $(AWK) -f $$< -v arch=$1 $$(filter isa/%,$$^) > $$@
endef
$(foreach a,$(ARCHES),$(eval $(call tables,$a)))

$(B)/core/%.o: %.c $(B)/core/flags | $(GEN)
	@mkdir -p $(@D)
	$(HOSTCC) $(CORE_FLAGS) $(DEPFLAGS) -c -o $@ $<

$(B)/san/%.o: %.c $(B)/san/flags | $(GEN)
	@mkdir -p $(@D)
	$(HOSTCC) $(SAN_FLAGS) $(DEPFLAGS) -c -o $@ $<

# The report layer writes files, the command reads them: POSIX besides C11.
POSIX := -D_POSIX_C_SOURCE=200809L
$(B)/core/plugin/report/%.o $(B)/core/plugin/cli/%.o: CORE_FLAGS += $(POSIX)
$(B)/core/testsuite/%.o: CORE_FLAGS += $(POSIX)
$(B)/san/plugin/report/%.o $(B)/san/testsuite/%.o: SAN_FLAGS += $(POSIX)

# GCC binds all symbols of a plugin before it calls plugin_init.  Weak ones let another GCC get as
# far as the version check, which then says what is wrong (anchor.c keeps one strong).
$(O)/%.o: %.cc $(O)/flags | $(O)/headers-work
	@mkdir -p $(@D)
	$(HOSTCXX) $(GLUE_FLAGS) $(DEPFLAGS) -c -o $@ $<
	objcopy --weaken $@

$(PLUGIN): $(GLUE_OBJ) $(CORE_OBJ) scripts/plugin.map | $(O)/headers-work
	$(HOSTCC) $(LINK_FLAGS) -o $@ $(filter %.o,$^)

$(B)/libavow.a: $(CORE_OBJ)
	@rm -f $@
	ar rcs $@ $^

$(B)/avow: $(CLI_OBJ) $(B)/libavow.a
	$(HOSTCC) -Wl,--gc-sections -o $@ $^

# Unit tests: one program per file, the core under ASan and UBSan.
$(B)/san/libavow.a: $(SAN_OBJ)
	@rm -f $@
	ar rcs $@ $^

$(B)/unit/%: $(B)/san/testsuite/unit/%.o $(B)/san/libavow.a
	@mkdir -p $(@D)
	$(HOSTCC) -fsanitize=address,undefined -o $@ $^

unit: $(UNIT_BIN)

$(B)/core_bench: $(B)/core/testsuite/bench/core_bench.o $(B)/libavow.a
	$(HOSTCC) -Wl,--gc-sections -o $@ $^

# Native execution of instructions (testsuite/exec/); -32 needs libraries for -m32.

EXEC_FLAGS := -std=c11 -D_DEFAULT_SOURCE -Wall -Wextra -pedantic -Werror -O2 -fno-stack-protector -fno-strict-aliasing \
              -Iplugin -I$(B)/gen -Itestsuite/exec
EXEC_SRC   := exec.c worker.c switch.S
EXEC_OBJ    = $(patsubst %,$(B)/exec/$1/testsuite/exec/%.o,$(basename $(EXEC_SRC)))

define exec_mode
$(B)/exec/$1/%.o: %.c | $(GEN)
	@mkdir -p $$(@D)
	$(HOSTCC) -m$1 $(EXEC_FLAGS) $(DEPFLAGS) -c -o $$@ $$<
$(B)/exec/$1/%.o: %.S
	@mkdir -p $$(@D)
	$(HOSTCC) -m$1 $(DEPFLAGS) -c -o $$@ $$<
$(B)/exec/$1/isa_run: $(patsubst testsuite/exec/%.c,$(B)/exec/$1/testsuite/exec/%.o,$(filter-out %_test.c %_run.c,\
  $(wildcard testsuite/exec/*.c))) $(B)/exec/$1/testsuite/exec/isa_run.o $(B)/exec/$1/testsuite/exec/switch.o \
  $(CORE_SRC:%.c=$(B)/exec/$1/%.o)
	$(HOSTCC) -m$1 -o $$@ $$^
$(B)/exec/$1/engine_test: $(B)/exec/$1/testsuite/exec/engine_test.o $(call EXEC_OBJ,$1)
	$(HOSTCC) -m$1 -o $$@ $$^
endef
$(foreach m,64 32,$(eval $(call exec_mode,$m)))
M32 = $(shell printf 'int main (void) { return 0; }' | $(HOSTCC) -m32 -x c -o /dev/null - 2>/dev/null && echo yes)
exec-64 exec-32: exec-%: $(B)/exec/%/engine_test $(B)/exec/%/isa_run
.PHONY: exec-64 exec-32

-include $(wildcard $(B)/exec/*/*/*/*.d $(B)/exec/*/*/*.d $(patsubst %.o,%.d,$(CORE_OBJ) $(SAN_OBJ) $(CLI_OBJ) $(GLUE_OBJ)) \
                    $(UNIT_SRC:%.c=$(B)/san/%.d) $(B)/core/testsuite/bench/core_bench.d \
                    $(B)/core/testsuite/isa/effects.d)
.SECONDARY:

# ---- seeing and testing ---------------------------------------------------------

deps:
	@scripts/deps check

# The second make reads this file again: the compiler's plugin folder may be new.
try:
	@scripts/deps try
	@echo "make try: building the plugin ..."
	@$(SUBMAKE) -s all
	@docs/demo/try "$(CC)" $(B)

check:
	@scripts/deps check
	@$(SUBMAKE) -s check-all

check-all: all unit $(B)/mutation
	@$(RUN)
check-unit: unit
	@$(RUN) unit
check-gcc: plugin
	@$(RUN) gcc
check-isa: all unit
	@$(RUN) isa
# Against the newest GNU as that Debian has; fetches it, takes minutes, and is no part of check.
check-isa-new: all
	@$(PYTHON) testsuite/isa/check-new
check-sh: all $(B)/mutation
	@$(RUN) sh
check-layers: all
	@$(RUN) layers
check-isa-run: exec-64 $(if $(M32),exec-32)
	@$(PYTHON) testsuite/isa/run-forms --build $(B) --mode $(if $(M32),both,64) \
	  --mutate 3000 --least 90 $(TESTFLAGS)

# Real packages, built with mode=fix, test themselves (fetches them, takes many minutes).
check-packages: plugin
	@scripts/deps packages
	@scripts/fix-packages

# The rendered text of every statement against what GCC writes: the compile tests at more levels, and
# the units of a package in build/corpus (PACKAGE=..., default libgcrypt20).
PACKAGE ?= libgcrypt20
check-text: plugin
	@scripts/corpus --no-replay $(PACKAGE)
	@for o in -O0 -O1 -O2 -O3 "-O0 -masm=intel" "-O1 -masm=intel" "-O2 -masm=intel" "-O3 -masm=intel"; do \
	  echo "compile tests, $$o"; testsuite/text/check-text --cc "$(CC)" --plugin $(PLUGIN) --options " $$o" \
	    testsuite/gcc/*/*.c || exit 1; done
	@for o in -O0 -O2 "-O1 -masm=intel" -O3; do echo "$(PACKAGE), $$o"; \
	  testsuite/text/check-text --cc "$(CC)" --plugin $(PLUGIN) --options " $$o" \
	    --database $${AVOW_CORPUS_DIR:-$(B)/corpus}/$(PACKAGE)/cdb.json || exit 1; done

# The tables against two other descriptions of the instructions, both from Debian packages.
LLVM_CONFIG ?= llvm-config-14
ORACLES     := $(addprefix $(B)/isa/,effects oracle_zydis oracle_llvm)

$(B)/isa/effects: $(B)/core/testsuite/isa/effects.o $(B)/libavow.a
	@mkdir -p $(@D)
	$(HOSTCC) -Wl,--gc-sections -o $@ $^
$(B)/isa/oracle_zydis: testsuite/isa/oracle_zydis.c
	@mkdir -p $(@D)
	$(HOSTCC) -std=c11 -Wall -Wextra -Werror -O2 -o $@ $< -lZydis
$(B)/isa/oracle_llvm: testsuite/isa/oracle_llvm.cc
	@mkdir -p $(@D)
	$(HOSTCXX) -std=gnu++14 -Wall -Wextra -Werror -O1 \
	  $$($(LLVM_CONFIG) --cppflags | sed 's/-I/-isystem /g') -o $@ $< $$($(LLVM_CONFIG) --ldflags --libs)

# What compiles without the plugin compiles with mode=fix, and so does the mended source.
check-repair: plugin
	@CC="$(CC)" PLUGIN=$(abspath $(PLUGIN)) $(PYTHON) testsuite/fuzz/repair.py -n $(if $(filter command,$(origin N)),$(N),50) --seed $(SEED) $(UNITS)

# N and SEED choose the random programs; captured statements are taken from the corpus, if it is there.
N      ?= 3000
SEED   ?= 1
CORPUS := $(if $(AVOW_CORPUS_DIR),$(AVOW_CORPUS_DIR),$(B)/corpus)
check-expand: $(B)/avow $(B)/fuzz_parse
	$(PYTHON) testsuite/isa/check-expand --random $(N) --seed $(SEED)
	$(PYTHON) testsuite/isa/check-intel --random $(N) --seed $(SEED)
	$(if $(wildcard $(CORPUS)/stanzas/*.st),$(PYTHON) testsuite/isa/check-expand --stanzas $(CORPUS)/stanzas/*.st)
	$(B)/fuzz_parse -$(N)000

$(B)/fuzz_parse: testsuite/fuzz/fuzz_parse.c $(B)/san/libavow.a
	$(HOSTCC) $(SAN_FLAGS) -DSTANDALONE -o $@ $^

check-isa-compare:
	@scripts/deps compare
	@$(SUBMAKE) -s $(ORACLES)
	@$(PYTHON) testsuite/isa/check-compare --build $(B)/isa --table $(B)/isa-compare.tsv

# What the tables cover and how each row was proven: docs/isa-coverage.md, build/isa-coverage.tsv.  What
# make check-isa-run left in build/isa-run.tsv counts.
isa-coverage: check-isa-compare
	@scripts/isa-coverage --build $(B)

# Everything that GNU as accepts, by its own instruction table, from the source package of binutils.
check-isa-gas:
	@scripts/deps check
	@$(SUBMAKE) -s $(B)/isa/effects
	@$(PYTHON) testsuite/isa/check-gas --build $(B)/isa --work $(B)/gas

# Tests with programs of their own.
include $(wildcard testsuite/*/rules.mk)

bench: all $(B)/core_bench
	@scripts/bench --cc "$(CC)" --plugin $(abspath $(PLUGIN)) --build $(B)

# ---- the rest ---------------------------------------------------------------------

install: all
	install -d "$(DESTDIR)$(PLUGIN_DIR)" "$(DESTDIR)$(PREFIX)/bin"
	install -m 644 $(PLUGIN) "$(DESTDIR)$(PLUGIN_DIR)/avow.so"
	install -m 755 $(B)/avow "$(DESTDIR)$(PREFIX)/bin/avow"
	install -d "$(DESTDIR)$(PREFIX)/libexec/avow"
	install -m 755 scripts/avow-fix "$(DESTDIR)$(PREFIX)/libexec/avow/avow-fix"

uninstall:
	rm -f "$(DESTDIR)$(PLUGIN_DIR)/avow.so" "$(DESTDIR)$(PREFIX)/bin/avow" \
	  "$(DESTDIR)$(PREFIX)/libexec/avow/avow-fix"

# build/corpus and build/gas hold downloaded sources and stay; remove it by hand.
clean:
	find $(B) -mindepth 1 -maxdepth 1 ! -name corpus ! -name gas -exec rm -rf {} + 2>/dev/null || true

# Only the lines changed since the last commit: tables that a person laid out stay.
format:
	git clang-format --force --extensions c,h,cc -- plugin testsuite/unit

FORCE:
