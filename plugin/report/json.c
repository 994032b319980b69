/* json.c - one statement and its verdict as one line of JSON.

   The object is that of docs/design.md, section 6.  The line is built in
   memory and appended with one write(2) to a descriptor opened with O_APPEND:
   on a local file system the kernel then keeps lines of parallel compiles
   whole.

   The output is UTF-8 whatever the template holds: well-formed sequences are
   kept, every other byte 0xNN becomes \u00NN, so that no byte is lost.

   A defect that a comment in the source allows (finding->allowed) keeps its
   place among the findings with the level "allowed".  When nothing else is
   wrong the statement is then "unverified", and the reason says who vouches
   for it: an allowed defect is not a proof.  */
/* O_CLOEXEC */
#define _POSIX_C_SOURCE 200809L

#include "json.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "text.h"

/* ---- values ---------------------------------------------------------------- */

static void
put_number (struct avow_text *t, unsigned long n)
{
  char buf[24];
  avow_text_put (t, buf, (size_t)snprintf (buf, sizeof buf, "%lu", n));
}

/* The length of the well-formed UTF-8 sequence at S (N > 0 bytes), or 0.  The
   bounds of the second byte keep out overlong forms, surrogates and anything
   past U+10FFFF (Unicode, table 3-7).  */
static size_t
utf8_length (const unsigned char *s, size_t n)
{
  unsigned char low = 0x80, high = 0xbf;
  size_t len = s[0] < 0x80 ? 1 : s[0] < 0xc2 ? 0 : s[0] < 0xe0 ? 2 : s[0] < 0xf0 ? 3 : s[0] < 0xf5 ? 4 : 0;

  if (s[0] == 0xe0)
    low = 0xa0;
  else if (s[0] == 0xed)
    high = 0x9f;
  else if (s[0] == 0xf0)
    low = 0x90;
  else if (s[0] == 0xf4)
    high = 0x8f;
  if (len > n || (len > 1 && (s[1] < low || s[1] > high)))
    return 0;
  for (size_t i = 2; i < len; i++)
    if ((s[i] & 0xc0) != 0x80)
      return 0;
  return len;
}

static void
put_escaped_byte (struct avow_text *t, unsigned char c)
{
  static const char shorts[] = "\"\"\\\\\nn\tt\rr\bb\ff";
  char buf[8];

  for (const char *p = shorts; *p; p += 2)
    if ((unsigned char) *p == c)
      {
        buf[0] = '\\';
        buf[1] = p[1];
        avow_text_put (t, buf, 2);
        return;
      }
  avow_text_put (t, buf, (size_t)snprintf (buf, sizeof buf, "\\u%04x", c));
}

static void
put_string (struct avow_text *t, const char *s, size_t n)
{
  const unsigned char *p = (const unsigned char *) s;
  size_t start = 0;

  avow_text_put (t, "\"", 1);
  for (size_t i = 0; i < n;)
    {
      size_t len = utf8_length (p + i, n - i);
      if (len && p[i] >= 0x20 && p[i] != '"' && p[i] != '\\')
        {
          i += len;
          continue;
        }
      avow_text_put (t, s + start, i - start);
      put_escaped_byte (t, p[i]);
      start = ++i;
    }
  avow_text_put (t, s + start, n - start);
  avow_text_put (t, "\"", 1);
}

static void
put_string_or_null (struct avow_text *t, const char *s)
{
  if (s)
    put_string (t, s, strlen (s));
  else
    avow_text_put (t, "null", 4);
}

/* "KEY": with the comma before it.  KEY is a plain word.  */
static void
put_key (struct avow_text *t, const char *key)
{
  avow_text_put (t, ",\"", 2);
  avow_text_puts (t, key);
  avow_text_put (t, "\":", 2);
}

/* ---- the parts of the object ---------------------------------------------- */

/* ,"insn":N,"text":"..." - the instruction, INSTEAD when it is no part of the
   template (LENGTH is 0); or 0 and "" for the whole.  */
static void
put_insn (struct avow_text *t, const struct avow_stmt *stmt, int insn, size_t offset, size_t length,
          const char *instead)
{
  put_key (t, "insn");
  put_number (t, insn > 0 ? (unsigned long) insn : 0);
  put_key (t, "text");
  if (offset > stmt->len || length > stmt->len - offset)
    length = 0;
  if (!length && instead)
    put_string (t, instead, strlen (instead));
  else
    put_string (t, length ? stmt->text + offset : "", length);
}

static const char *
finding_level (const struct avow_finding *f, const char *defect_level)
{
  if (f->allowed)
    return "allowed";
  return f->kind == AVOW_DEFECT ? defect_level : "note";
}

static void
put_finding (struct avow_text *t, const struct avow_stmt *stmt, const struct avow_finding *f,
             const char *defect_level)
{
  static const char *const kinds[] = { "defect", "fragile", "advice" };
  static const char *const bites[] = { "\"unknown\"", "true", "false" };

  avow_text_puts (t, "{\"rule\":");
  put_string_or_null (t, f->rule < AVOW_N_RULES ? avow_rule_names[f->rule] : NULL);
  put_key (t, "level");
  put_string_or_null (t, finding_level (f, defect_level));
  put_key (t, "kind");
  put_string_or_null (t, f->kind <= AVOW_ADVICE ? kinds[f->kind] : NULL);
  put_key (t, "subject");
  put_string_or_null (t, f->subject);
  put_key (t, "message");
  put_string_or_null (t, f->message);
  put_insn (t, stmt, f->insn, f->offset, f->text ? 0 : f->length, f->text);
  put_key (t, "fix");
  put_string_or_null (t, f->fix);
  put_key (t, "fixed");
  avow_text_puts (t, f->fixed ? "true" : "false");
  put_key (t, "bites");
  avow_text_puts (t, bites[f->bites]);
  put_key (t, "victim");
  put_string_or_null (t, f->victim);
  avow_text_put (t, "}", 1);
}

static void
put_gap (struct avow_text *t, const struct avow_stmt *stmt, const struct avow_gap *gap)
{
  avow_text_puts (t, "{\"reason\":");
  put_string_or_null (t, gap->reason < AVOW_N_REASONS ? avow_reason_names[gap->reason] : NULL);
  put_insn (t, stmt, gap->insn, gap->offset, gap->expanded ? 0 : gap->length, gap->detail);
  avow_text_put (t, "}", 1);
}

/* A defect that the source allows is not understood by avow, but vouched for.  */
static void
put_vouched (struct avow_text *t, const struct avow_stmt *stmt, const struct avow_finding *f)
{
  avow_text_puts (t, "{\"reason\":");
  put_string_or_null (t, avow_printf (t->arena, "allowed in the source: %s: %s",
                                      avow_rule_names[f->rule], f->allowed));
  put_insn (t, stmt, f->insn, f->offset, f->text ? 0 : f->length, f->text);
  avow_text_put (t, "}", 1);
}

static void
put_unverified (struct avow_text *t, const struct avow_stmt *stmt, const struct avow_result *r)
{
  const char *comma = "";

  put_key (t, "unverified");
  avow_text_put (t, "[", 1);
  for (unsigned i = 0; i < r->n_gaps; i++, comma = ",")
    {
      avow_text_puts (t, comma);
      put_gap (t, stmt, &r->gaps[i]);
    }
  for (unsigned i = 0; i < r->n_findings; i++)
    if (r->findings[i].allowed && r->findings[i].kind == AVOW_DEFECT)
      {
        avow_text_puts (t, comma);
        put_vouched (t, stmt, &r->findings[i]);
        comma = ",";
      }
  avow_text_put (t, "]", 1);
}

static void
put_findings (struct avow_text *t, const struct avow_stmt *stmt, const struct avow_result *r,
              const char *defect_level)
{
  put_key (t, "findings");
  avow_text_put (t, "[", 1);
  for (unsigned i = 0; i < r->n_findings; i++)
    {
      if (i)
        avow_text_put (t, ",", 1);
      put_finding (t, stmt, &r->findings[i], defect_level);
    }
  avow_text_put (t, "]", 1);
}

/* ,"copies":[{"function","text","count"}] - the statement in the generated code.  */
static void
put_copies (struct avow_text *t, const struct avow_copy *copies)
{
  put_key (t, "copies");
  avow_text_put (t, "[", 1);
  for (const struct avow_copy *c = copies; c; c = c->next)
    {
      avow_text_puts (t, c == copies ? "{\"function\":" : ",{\"function\":");
      put_string_or_null (t, c->function);
      put_key (t, "text");
      put_string_or_null (t, c->text);
      put_key (t, "count");
      put_number (t, c->count);
      avow_text_put (t, "}", 1);
    }
  avow_text_put (t, "]", 1);
}

static const char *
verdict_name (const struct avow_result *r)
{
  bool allowed = false;

  if (r->verdict != AVOW_VIOLATION)
    return r->verdict == AVOW_VERIFIED ? "verified" : "unverified";
  for (unsigned i = 0; i < r->n_findings; i++)
    if (r->findings[i].kind == AVOW_DEFECT)
      {
        if (!r->findings[i].allowed)
          return "violation";
        allowed = true;
      }
  return allowed ? "unverified" : "violation";
}

struct avow_report_line
avow_json_line (const struct avow_site *place, const struct avow_stmt *stmt,
                const struct avow_result *result, const char *defect_level,
                struct avow_arena *arena)
{
  struct avow_text t = avow_text_new (arena, 512 + 2 * stmt->len);
  struct avow_report_line line;

  avow_text_puts (&t, "{\"avow\":1");
  put_key (&t, "file");
  put_string_or_null (&t, place->file ? place->file : "");
  put_key (&t, "line");
  put_number (&t, place->line);
  put_key (&t, "column");
  put_number (&t, place->column);
  put_key (&t, "function");
  put_string_or_null (&t, place->function);
  put_key (&t, "arch");
  put_string_or_null (&t, stmt->target.arch ? avow_arch_name (stmt->target.arch) : NULL);
  put_key (&t, "template");
  put_string (&t, stmt->text, stmt->len);
  put_key (&t, "verdict");
  put_string_or_null (&t, verdict_name (result));
  put_key (&t, "insns");
  put_number (&t, result->n_insns);
  put_findings (&t, stmt, result, defect_level);
  put_unverified (&t, stmt, result);
  if (place->copies)
    put_copies (&t, place->copies);
  avow_text_put (&t, "}\n", 2);

  line.text = arena->failed ? NULL : t.s;
  line.len = t.len;
  return line;
}

/* ---- the file -------------------------------------------------------------- */

int
avow_report_open (const char *file)
{
  return open (file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
}

int
avow_report_append (int fd, struct avow_report_line line)
{
  ssize_t n;

  if (!line.text)
    return ENOMEM;
  do
    n = write (fd, line.text, line.len);
  while (n < 0 && errno == EINTR);
  if (n < 0)
    return errno;
  return (size_t) n == line.len ? 0 : ENOSPC;
}
