# The mutation test, docs/mutation.md.  It reads stanzas as the command does; scripts/corpus --capture fills the folder.
MUTATION_SRC := $(wildcard testsuite/mutation/*.c)
CORPUS  ?= $(or $(AVOW_CORPUS_DIR),$(B)/corpus)
STANZAS ?= $(wildcard $(CORPUS)/stanzas/*.st)

$(B)/mutation: $(MUTATION_SRC:%.c=$(B)/core/%.o) $(B)/core/plugin/cli/stanza.o $(B)/libavow.a
	$(HOSTCC) -Wl,--gc-sections -o $@ $^

.PHONY: check-mutation
check-mutation: $(B)/mutation
	@[ -n "$(STANZAS)" ] || { \
	  echo "no statements: scripts/corpus --capture $(CORPUS)/stanzas all, or STANZAS=\"FILE...\"" >&2; exit 1; }
	@$(B)/mutation $(MUTATIONFLAGS) $(STANZAS)

-include $(wildcard $(MUTATION_SRC:%.c=$(B)/core/%.d))
