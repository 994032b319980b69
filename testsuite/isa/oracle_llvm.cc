/* oracle_llvm.cc - what LLVM's tables say about machine code, as JSON, for check-compare.

   usage: oracle_llvm 64|32 FILE

   FILE is as for oracle_zydis.c.  The descriptions are those that llvm-tblgen made from the
   .td files; here they are read from the library, where the operands of a decoded
   instruction come with them: definitions and uses, ties, implicit registers, and
   whether memory may be loaded or stored.  Registers of an address count as uses.  */
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <vector>

#include <llvm/MC/MCAsmInfo.h>
#include <llvm/MC/MCContext.h>
#include <llvm/MC/MCDisassembler/MCDisassembler.h>
#include <llvm/MC/MCInst.h>
#include <llvm/MC/MCInstrInfo.h>
#include <llvm/MC/MCRegisterInfo.h>
#include <llvm/MC/MCSubtargetInfo.h>
#include <llvm/MC/MCTargetOptions.h>
#include <llvm/MC/TargetRegistry.h>
#include <llvm/Support/TargetSelect.h>

using namespace llvm;

static const int slot_size = 16;

struct Machine
{
  std::unique_ptr<MCRegisterInfo> regs;
  std::unique_ptr<MCAsmInfo> as;
  std::unique_ptr<MCSubtargetInfo> sub;
  std::unique_ptr<MCInstrInfo> instrs;
  std::unique_ptr<MCContext> context;
  std::unique_ptr<MCDisassembler> dis;

  explicit Machine (bool wide)
  {
    std::string error;
    Triple triple (wide ? "x86_64-linux-gnu" : "i686-linux-gnu");
    const Target *t = TargetRegistry::lookupTarget (triple.str (), error);
    if (!t)
      exit (2);
    regs.reset (t->createMCRegInfo (triple.str ()));
    as.reset (t->createMCAsmInfo (*regs, triple.str (), MCTargetOptions ()));
    sub.reset (t->createMCSubtargetInfo (triple.str (), "", ""));
    instrs.reset (t->createMCInstrInfo ());
    context.reset (new MCContext (triple, as.get (), regs.get (), sub.get ()));
    dis.reset (t->createMCDisassembler (*sub, *context));
  }
};

/* A comma-separated list of register names.  */
struct Names
{
  const Machine &m;
  bool any = false;
  explicit Names (const Machine &m, const char *key) : m (m) { printf (",\"%s\":[", key); }
  ~Names () { putchar (']'); }
  void add (unsigned reg)
  {
    if (reg)
      printf ("%s\"%s\"", any ? "," : "", m.regs->getName (reg)), any = true;
  }
};

static void
explicit_operands (const Machine &m, const MCInst &in, const MCInstrDesc &d, bool defs)
{
  Names names (m, defs ? "defs" : "uses");
  for (unsigned i = 0; i < in.getNumOperands () && i < d.getNumOperands (); i++)
    if (in.getOperand (i).isReg () && (i < d.getNumDefs ()) == defs)
      names.add (in.getOperand (i).getReg ());
}

static void
implicit_operands (const Machine &m, const MCPhysReg *list, const char *key)
{
  Names names (m, key);
  for (; list && *list; list++)
    names.add (*list);
}

static void
decode (const Machine &m, ArrayRef<uint8_t> slot)
{
  MCInst in;
  uint64_t size;
  if (slot[0] == 0x9b && slot[1] != 0xcc)
    slot = slot.drop_front ();
  if (m.dis->getInstruction (in, size, slot, 0, nulls ()) != MCDisassembler::Success)
    {
      puts ("null");
      return;
    }
  const MCInstrDesc &d = m.instrs->get (in.getOpcode ());
  printf ("{\"name\":\"%s\",\"len\":%u,\"load\":%d,\"store\":%d,\"side\":%d,\"fpx\":%d",
          m.instrs->getName (in.getOpcode ()).str ().c_str (), (unsigned)size, d.mayLoad (),
          d.mayStore (), d.hasUnmodeledSideEffects (), d.mayRaiseFPException ());
  explicit_operands (m, in, d, true);
  explicit_operands (m, in, d, false);
  implicit_operands (m, d.getImplicitDefs (), "idefs");
  implicit_operands (m, d.getImplicitUses (), "iuses");
  puts ("}");
}

int
main (int argc, char **argv)
{
  InitializeAllTargetInfos ();
  InitializeAllTargetMCs ();
  InitializeAllDisassemblers ();
  uint8_t slot[slot_size];
  FILE *f = argc == 3 ? fopen (argv[2], "rb") : nullptr;
  if (!f)
    return 2;
  Machine m (atoi (argv[1]) == 64);
  while (fread (slot, slot_size, 1, f) == 1)
    decode (m, slot);
  fclose (f);
  return fflush (stdout) != 0;
}
