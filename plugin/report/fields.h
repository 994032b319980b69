/* fields.h - fields.def as data, for code that treats all fields alike.  */
#ifndef AVOW_FIELDS_H
#define AVOW_FIELDS_H

#include "../avow.h"

enum avow_field_kind
{
  AVOW_FIELD_TEXT,
  AVOW_FIELD_NOTE,
  AVOW_FIELD_FLAG,
  AVOW_FIELD_BYTE,
  AVOW_FIELD_WORD,
  AVOW_FIELD_NUMBER,
  AVOW_FIELD_INTEGER,
  AVOW_FIELD_SET
};

/* No pointers, so that loading the plugin relocates nothing.  */
struct avow_field
{
  char name[20];
  uint8_t kind;    /* enum avow_field_kind */
  uint8_t usual;   /* the value when nothing is said */
  uint16_t offset; /* in its structure */
};

/* Ended by an empty name.  */
extern const struct avow_field avow_operand_fields[];
extern const struct avow_field avow_target_fields[];
extern const struct avow_field avow_stmt_fields[];

/* The value of field F in the structure at BASE; for no TEXT, NOTE or SET.  */
uint64_t avow_field_get (const struct avow_field *f, const void *base);
void avow_field_put (const struct avow_field *f, void *base, uint64_t value);
/* The pointer of a TEXT or NOTE.  */
const char *avow_field_text (const struct avow_field *f, const void *base);
/* The four words of a SET.  */
const uint64_t *avow_field_set (const struct avow_field *f, const void *base);
/* Give all FIELDS at BASE their usual values.  */
void avow_fields_usual (const struct avow_field *fields, void *base);

#endif
