/* symbol.cc - what the unit knows of symbols and functions: their names in assembler text, whether they are
   objects or functions, and the convention of a function.

   Nothing is made in GCC's memory: a DECL_ASSEMBLER_NAME that is not set is not asked for.  */
#include "glue.h"

/* The name that assembler text has for DECL, or NULL; DECL_ASSEMBLER_NAME would make one.  */
static const char *
assembler_name (tree decl)
{
  const char *name;

  if (!DECL_NAME (decl) || !(TREE_STATIC (decl) || TREE_PUBLIC (decl) || DECL_EXTERNAL (decl)))
    return NULL;
  name = DECL_ASSEMBLER_NAME_SET_P (decl) ? IDENTIFIER_POINTER (DECL_ASSEMBLER_NAME (decl))
                                          : IDENTIFIER_POINTER (DECL_NAME (decl));
  return name + (*name == '*');
}

/* What a call of FUNCTION does to its caller: one with a body here that follows the ABI is an ordinary one.  */
static int
function_kind (tree function)
{
  tree type = TYPE_ATTRIBUTES (TREE_TYPE (function)), own = DECL_ATTRIBUTES (function);

  if (TREE_THIS_VOLATILE (function))
    return AVOW_SYMBOL_NORETURN;
  if (DECL_EXTERNAL (function) || !DECL_INITIAL (function) || lookup_attribute ("naked", own)
      || lookup_attribute ("ms_abi", type) || lookup_attribute ("stdcall", type)
      || lookup_attribute ("fastcall", type) || lookup_attribute ("thiscall", type)
      || lookup_attribute ("no_caller_saved_registers", type) || lookup_attribute ("interrupt", type))
    return AVOW_SYMBOL_FUNCTION;
  return AVOW_SYMBOL_DEFINED;
}

/* The convention of the functions that a pointer of TYPE points to (ix86_function_type_abi, config/i386/i386.cc).  */
uint8_t
avow_pointed_abi (const_tree type)
{
  tree attributes;

  if (!POINTER_TYPE_P (type) || !FUNC_OR_METHOD_TYPE_P (TREE_TYPE (type)))
    return AVOW_ABI_NONE;
  attributes = TYPE_ATTRIBUTES (TREE_TYPE (type));
  if (lookup_attribute ("stdcall", attributes) || lookup_attribute ("fastcall", attributes)
      || lookup_attribute ("thiscall", attributes) || lookup_attribute ("no_caller_saved_registers", attributes))
    return AVOW_ABI_NONE;
  if (lookup_attribute ("ms_abi", attributes))
    return AVOW_ABI_MS;
  return avow_default_is_ms () && !lookup_attribute ("sysv_abi", attributes) ? AVOW_ABI_MS : AVOW_ABI_C;
}

/* The symbol that VALUE is the address of, or that it lies in.  */
const char *
avow_symbol_name (tree value)
{
  tree base = TREE_CODE (value) == ADDR_EXPR ? TREE_OPERAND (value, 0) : value;

  base = get_base_address (base);
  if (base && TREE_CODE (base) == MEM_REF && TREE_CODE (TREE_OPERAND (base, 0)) == ADDR_EXPR)
    base = TREE_OPERAND (TREE_OPERAND (base, 0), 0);
  return base && (VAR_P (base) || TREE_CODE (base) == FUNCTION_DECL) ? assembler_name (base) : NULL;
}

/* The variable or function of this unit that assembler text calls NAME.  A linear search without
   DECL_ASSEMBLER_NAME, which would make names; few templates name symbols.  */
int
avow_symbol_in_unit (const struct avow_stmt *, const char *name, size_t len)
{
  symtab_node *node;

  FOR_EACH_SYMBOL (node)
    {
      tree decl = node->decl;
      const char *own = assembler_name (decl);
      if (!own)
        continue;
      if (strlen (own) != len || memcmp (own, name, len) != 0)
        continue;
      if (TREE_CODE (decl) == FUNCTION_DECL)
        return function_kind (decl);
      return TREE_READONLY (decl) ? AVOW_SYMBOL_CONST : AVOW_SYMBOL_VARIABLE;
    }
  return AVOW_SYMBOL_UNKNOWN;
}
