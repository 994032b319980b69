# The soundness test, docs/soundness.md: random statements, executed.
SOUNDNESS_SRC := $(wildcard testsuite/soundness/*.c)
SOUNDNESS_BODIES ?= 1000000

$(B)/soundness: $(SOUNDNESS_SRC:%.c=$(B)/exec/64/%.o) $(patsubst %,$(B)/exec/64/testsuite/exec/%.o,exec worker switch) \
                $(CORE_SRC:%.c=$(B)/exec/64/%.o)
	$(HOSTCC) -m64 -Wl,-z,noexecstack -o $@ $^

$(B)/soundness.forms: testsuite/soundness/forms testsuite/isa/forms.py $(B)/gen/x86.inc
	@$(PYTHON) $< >$@.new && mv $@.new $@

.PHONY: check-soundness soundness
soundness: $(B)/soundness $(B)/soundness.forms
check-soundness: soundness
	@$(B)/soundness --bodies $(SOUNDNESS_BODIES) --tmp $(B)/soundness.tmp $(SOUNDNESSFLAGS) $(B)/soundness.forms

-include $(wildcard $(SOUNDNESS_SRC:%.c=$(B)/exec/64/%.d))
