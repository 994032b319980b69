/* fields.c - fields.def as data.  */
#include "fields.h"

#include <string.h>

#define FIELD(structure, kind, name, usual) \
  { #name, AVOW_FIELD_##kind, usual, offsetof (struct structure, name) },
#define END     \
  {             \
    "", 0, 0, 0 \
  }

const struct avow_field avow_operand_fields[] = {
#define OPERAND_FIELD(kind, name, usual) FIELD (avow_operand, kind, name, usual)
#include "../fields.def"
  END
};
#undef OPERAND_FIELD

const struct avow_field avow_target_fields[] = {
#define TARGET_FIELD(kind, name, usual) FIELD (avow_target, kind, name, usual)
#include "../fields.def"
  END
};
#undef TARGET_FIELD

const struct avow_field avow_stmt_fields[] = {
#define STMT_FIELD(kind, name, usual) FIELD (avow_stmt, kind, name, usual)
#include "../fields.def"
  END
};
#undef STMT_FIELD

static size_t
width (const struct avow_field *f)
{
  switch (f->kind)
    {
    case AVOW_FIELD_TEXT:
    case AVOW_FIELD_NOTE: return sizeof (char *);
    case AVOW_FIELD_FLAG: return sizeof (bool);
    case AVOW_FIELD_BYTE: return 1;
    case AVOW_FIELD_WORD: return 4;
    case AVOW_FIELD_SET: return 32;
    default: return 8;
    }
}

uint64_t
avow_field_get (const struct avow_field *f, const void *base)
{
  const unsigned char *p = (const unsigned char *)base + f->offset;
  uint64_t value;
  uint32_t word;

  switch (width (f))
    {
    case 1: return *p;
    case 4: memcpy (&word, p, sizeof word); return word;
    default: memcpy (&value, p, sizeof value); return value;
    }
}

void
avow_field_put (const struct avow_field *f, void *base, uint64_t value)
{
  unsigned char *p = (unsigned char *)base + f->offset;
  uint32_t word = (uint32_t)value;

  if (f->kind == AVOW_FIELD_FLAG)
    *p = value != 0;
  else if (f->kind == AVOW_FIELD_BYTE)
    *p = (unsigned char)value;
  else if (f->kind == AVOW_FIELD_WORD)
    memcpy (p, &word, sizeof word);
  else
    memcpy (p, &value, sizeof value);
}

const char *
avow_field_text (const struct avow_field *f, const void *base)
{
  const char *text;

  memcpy (&text, (const char *)base + f->offset, sizeof text);
  return text;
}

const uint64_t *
avow_field_set (const struct avow_field *f, const void *base)
{
  return (const uint64_t *)(const void *)((const char *)base + f->offset);
}

void
avow_fields_usual (const struct avow_field *f, void *base)
{
  for (; *f->name; f++)
    {
      memset ((char *)base + f->offset, 0, width (f));
      if (f->usual)
        avow_field_put (f, base, f->usual);
    }
}
