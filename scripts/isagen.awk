# isagen.awk - turn isa/ARCH/*.regs, *.isa and *.bytes into C arrays (plugin/model/isa.h).
#
#   awk -f scripts/isagen.awk -v arch=x86 isa/x86/x86.regs isa/x86/*.isa isa/x86/x86.bytes > build/gen/x86.inc
#
# With -v list=1 it prints every mnemonic with the row that it comes from instead.
#
# isa/FORMAT defines the notation.  The first token that is not understood
# stops the run with FILE:LINE: MESSAGE and exit status 1.
#
# Every line is parsed when it is met: registers into r_* and l_* arrays, rows
# into the text of their C initialisers.  A mnemonic pattern is expanded by
# expand() into names, and each name collects the numbers of its rows.  END
# prints everything.  Equal runs of operands and of implicit registers are
# stored once.

function die(msg)
{
  printf "%s:%d: %s\n", FILENAME, FNR, msg | "cat 1>&2"
  close("cat 1>&2")
  failed = 1
  exit 1
}

function words(list, map,   i, n, a)
{
  n = split(list, a, " ")
  for (i = 1; i <= n; i++) map[a[i]] = i
}

function pairs(list, map,   i, n, a)
{
  n = split(list, a, " ")
  for (i = 1; i < n; i += 2) map[a[i]] = a[i + 1]
}

BEGIN {
  if (arch == "") { print "isagen.awk: no -v arch=NAME" | "cat 1>&2"; failed = 1; exit 1 }
  ncodes = 0
  nregs = nlocs = nrows = nnames = nfiles = nexts = nflags = nccs = nsccs = nops = pool_len = 0
  for (i = 1; i < 256; i++) ord[sprintf("%c", i)] = i
  pairs("gpr GPR vec VEC mm MM mask MASK st ST seg SEG cr CR dr DR bnd BND tmm TMM " \
        "ip IP flags FLAGS state STATE", class)
  pairs("s AVOW_W_S s2 AVOW_W_S2 n AVOW_W_N n2 AVOW_W_N2 n4 AVOW_W_N4 n8 AVOW_W_N8 " \
        "p AVOW_W_P a AVOW_W_A", wcode)
  pairs("b 1 w 2 l 4 d 4 q 8", size_of)
  pairs("x 16 y 32 z 64", len_of)
  pairs("gpr GPR seg SEG cr CR dr DR bnd BND tmm TMM k MASK mm MM sti ST", kindname)
  pairs("seg 2 cr AVOW_W_A dr AVOW_W_A bnd 16 tmm 64 k 8 mm 8 sti 10", kindwidth)
  pairs("r AVOW_ROLE_R w AVOW_ROLE_W cr AVOW_ROLE_RCOND cw AVOW_ROLE_WCOND " \
        "a AVOW_ROLE_ADDR t AVOW_ROLE_TARGET", role_of)
  pairs("lockable LOCKABLE atomic ATOMIC nondet NONDET io IO fence FENCE serial SERIAL " \
        "system SYSTEM priv PRIV nt NT prefetch PREFETCH zeroidiom ZEROIDIOM " \
        "sameidiom SAMEIDIOM mxcsr MXCSR mmx MMX emms EMMS {k} KMERGE {k}{z} KZERO " \
        "gather GATHER scatter SCATTER maskedmem MASKEDMEM bitbase BITBASE kselect KSELECT kpair KPAIR " \
        "src4 SRC4 rep REP repe REPE noreverse NOREVERSE att ATT intel INTEL count COUNT " \
        "{er} RNDEMB {sae} RNDEMB order ORDER faults FAULTS {nf} NF vague VAGUE", prop)
  words("mov movzx movsx lea add sub inc dec and or xor xchg push pop pushf popf leave enter rol ror pack pusha popa not high cmp test neg shl shr sar imul bswap cmov lahf sahf bits push2 pop2 iret cpuid insert1 insert2 insert4 insert8 insert16 insert32 insertps extract1 extract2 extract4 extract8 blend ternary ones bt vshift unpackl unpackh shuffle shufl shufh shuf2 bytesl bytesr align highlow", opname)
  words("jcc jmp call ret syscall sysret trap", flowname)
  pairs("legacy LEGACY vex VEX evex EVEX xop XOP apx APX", encname)
}

{ sub(/#.*/, ""); sub(/\r$/, "") }
NF == 0 { next }
FILENAME != current {
  current = FILENAME
  base = FILENAME; sub(/.*\//, "", base)
  is_isa = base ~ /\.isa$/
  is_bytes = base ~ /\.bytes$/
  if (!is_isa && !is_bytes && base !~ /\.regs$/) die("neither a .regs nor an .isa nor a .bytes file")
  if (is_isa) file[nfiles++] = base
}
is_isa { row(); next }
is_bytes { code(); next }
$1 == "flagbits" { for (i = 2; i <= NF; i++) { flagbit[$i] = nflags; flagname[nflags++] = $i }; next }
$1 == "flagset" { for (i = 3; i <= NF; i++) flagset[$2] = flagset[$2] " " $i; next }
$1 == "cc" { cond(); next }
$1 == "scc" { for (i = 2; i <= NF; i++) scc[++nsccs] = $i; next }
$1 == "names" { for (i = 3; i <= NF; i++) nameset[$2] = nameset[$2] " " $i; next }
$1 == "ext" {
  for (i = 2; i <= NF; i++) { sub(/\/.*/, "", $i); if (!($i in ext)) { ext[$i] = nexts; extname[nexts++] = $i } }
  next
}
$1 == "option" { options(); next }
$1 in class { location(); next }
{ die("unknown keyword '" $1 "'") }

# ---- the .regs file -----------------------------------------------------------

function one_flag(name)
{
  if (!(name in flagbit)) die("unknown flag '" name "'")
  return 2 ^ flagbit[name]
}

# cc SPELLING [not] FLAG ... [FLAG!=FLAG]: true when one of the flags is set, or the two differ
function cond(   i, any, differ, pair)
{
  cc[++nccs] = $2
  cc_index[$2] = nccs
  any = differ = 0
  for (i = $3 == "not" ? 4 : 3; i <= NF; i++)
    if (split($i, pair, "!=") == 2) differ += one_flag(pair[1]) + one_flag(pair[2])
    else any += one_flag($i)
  conds[nccs] = "{ " any ", " differ ", " ($3 == "not") " }"
}

function options(   i, part)
{
  for (i = 2; i <= NF; i++) {
    split($i, part, "=")
    if (!(part[1] in ext)) die("unknown extension '" part[1] "'")
    ext_option[ext[part[1]]] = part[2]
  }
}

function location(   i, w, fl, clob)
{
  if ($2 in locnum) die("location '" $2 "' is already there")
  if ($3 !~ /^[0-9]+$/) die("bad size '" $3 "'")
  fl = "0"; clob = ""
  for (i = 4; i <= NF && $i != ":"; i++) {
    w = $i
    if (w ~ /^clobber=/) clob = substr(w, 9)
    else if (w == "sp" || w == "fp") { fl = fl "|AVOW_LOC_" toupper(w); special[w] = nlocs }
    else if (w == "saved") fl = fl "|AVOW_LOC_CALLSAVED"
    else if (w == "saved32") fl = fl "|AVOW_LOC_CALLSAVED32"
    else if (w == "implicit") fl = fl "|AVOW_LOC_IMPLICIT"
    else if (w == "shadow") fl = fl "|AVOW_LOC_SHADOW"
    else if (w == "untracked") fl = fl "|AVOW_LOC_UNTRACKED"
    else die("unknown token '" w "'")
  }
  if ($i != ":" || i == NF) die("no names")
  locnum[$2] = nlocs
  if (!(("first " $1) in special)) special["first " $1] = nlocs
  l_name[nlocs] = $2; l_clob[nlocs] = clob; l_size[nlocs] = $3
  loc_modes = ""
  for (i++; i <= NF; i++) view($i, $1, $3)
  if (loc_modes == "") loc_modes = "AVOW_MODE64|AVOW_MODE32|AVOW_MODE16"
  l_rest[nlocs] = $3 ", AVOW_RC_" class[$1] ", " fl ", " loc_modes
  nlocs++
}

function view(w, cls, size,   modes, shift, name)
{
  modes = "AVOW_MODE64|AVOW_MODE32|AVOW_MODE16"; shift = 0
  if (match(w, /\/[0-9]+$/)) {
    name = substr(w, RSTART + 1); w = substr(w, 1, RSTART - 1)
    if (name == "0") modes = "0"
    else if (name == "64") modes = "AVOW_MODE64"
    else if (name == "32") modes = "AVOW_MODE32|AVOW_MODE16"
    else die("unknown mode '" name "'")
  }
  if (match(w, /@[0-9]+$/)) { shift = substr(w, RSTART + 1); w = substr(w, 1, RSTART - 1) }
  if (match(w, /=[0-9]+$/)) { size = substr(w, RSTART + 1); w = substr(w, 1, RSTART - 1) }
  if (modes != "0") loc_modes = loc_modes (loc_modes == "" ? "" : "|") modes
  if (w in regnum) die("register '" w "' is already there")
  regnum[w] = nregs; r_loc[nregs] = nlocs; r_size[nregs] = size; r_shift[nregs] = shift
  r_name[nregs] = w
  r_rest[nregs] = nlocs ", " size ", " shift ", AVOW_RC_" class[cls] ", " modes
  nregs++
}

# ---- one row of an .isa file ----------------------------------------------------

function row(   i, n, t, x, lens, x_of)
{
  sizes = ""; ops = ""; nops = 0; imps = ""; nimps = 0; has_s = 0; has_n = 0
  split("", fl)
  kept = 0; low = 0; lane = 0; op = "NONE"; flow = "ISA_NEXT"; props = "0"; stack = 0; sign = 0; x87 = 0; bcst = 0
  align = 0; enc = "legacy"; modes = ""; x = ""; lens = ""
  if (NF < 3) die("a row needs a mnemonic, operands and an extension")
  # operands: one or more words, all but the last end in a comma
  t = $2
  for (i = 3; t ~ /,$/ && i <= NF; i++) t = t $i
  if (t != "-") {
    n = split(t, opnd, ",")
    if (n > 6) die("too many operands")
    for (t = 1; t <= n; t++) operand(opnd[t])
  }
  for (; i <= NF; i++) {
    t = $i
    if (t ~ /^[A-Z0-9][A-Z0-9_|]+$/ && t !~ /^[0-9]+$/) { if (x != "") die("second extension '" t "'"); x = t }
    else if (t in prop) props = props "|ISA_" prop[t]
    else if (t in encname) enc = t
    else if (t == "64" || t == "32") modes = modes (modes == "" ? "" : "|") "AVOW_MODE" t
    else if (t ~ /^flags=/) flags(substr(t, 7))
    else if (t ~ /^op=/) { op = substr(t, 4); if (!(op in opname)) die("unknown operation '" op "'"); op = toupper(op) }
    else if (t ~ /^kept=!?[a-z]+$/) kept = (t ~ /!/ ? 128 : 0) + flagbit[substr(t, t ~ /!/ ? 7 : 6)] + 1
    else if (t ~ /^low=(8|16|32|64)$/) low = substr(t, 5) / 8
    else if (t ~ /^lane=(8|16|32|64|128)$/) lane = substr(t, 6) / 8
    else if (t ~ /^flow=/) { flow = substr(t, 6); if (!(flow in flowname)) die("unknown flow '" flow "'"); flow = "ISA_" toupper(flow) }
    else if (t ~ /^s=[bwlq]+$/) sizes = substr(t, 3)
    else if (t ~ /^n=[xyz]+$/) lens = substr(t, 3)
    else if (t ~ /^bcst=(16|32|64)$/) bcst = substr(t, 6) / 8
    else if (t ~ /^align=[0-9]+$/) align = substr(t, 7)
    else if (t == "align") align = 255
    else if (t ~ /^x87=[-+][12]$/) { x87 = substr(t, 5) + 0 }
    else if (t == "stack=?") { sign = 2 }
    else if (t ~ /^stack=[-+]/) {
      sign = substr(t, 7, 1) "1"; sign = sign + 0
      stack = bytes(substr(t, 8))
      implicit("rsp.a:rw"); implicit("[rsp]." substr(t, 8) (sign < 0 ? ":w" : ":r"))
    }
    else if (t ~ /^[a-z0-9()]+\.\.[a-z0-9()]+(@[0-9]+\.[0-9]+)?:[a-z]+$/) range(t)
    else if (t ~ /^\[?[a-z][a-z0-9_()]*\]?(@[0-9]+)?(\.[a-z0-9]+)?:[a-z]+$/) implicit(t)
    else die("unknown token '" t "'")
  }
  if (x == "") die("no extension")
  if (nimps > 90) die("more implicit registers than AVOW_MAX_ACCESSES leaves room for")
  if (modes == "") modes = "AVOW_MODE64|AVOW_MODE32"
  suffixes = ""
  t = $1
  if (match(t, /[{][bwldq]+!?[}]/)) { suffixes = substr(t, RSTART + 1, RLENGTH - 2); sub(/!/, "", suffixes) }
  if (sizes == "") sizes = suffixes
  if (has_s && sizes == "") die("operands of size s, but no sizes")
  if (has_n && lens == "") die("operands of length n, but no lengths")
  # one row of the table, or one per length when the extensions differ
  n = split(x, x_of, /[|]/)
  if (n > 1 && n != length(lens)) die("extensions and lengths do not pair up")
  for (i = 1; i <= n; i++) {
    if (!(x_of[i] in ext)) die("unknown extension '" x_of[i] "'")
    emit(n == 1 ? lens : substr(lens, i, 1), ext[x_of[i]])
  }
}

function emit(lens, x,   i, n)
{
  rows[nrows] = shared_run(ops, "operand") ", " shared_run(imps, "implicit") ", " nops ", " nimps \
    ", ISA_OP_" op ", " flow ", " (fl["r"] + 0) ", " (fl["w"] + 0) ", " (fl["u"] + 0) ", " (fl["?"] + 0) \
    ", " props ", " stack ", " sign ", " x87 ", " bcst ", " align ", ISA_ENC_" encname[enc] \
    ", " modes ", " x ", " set_of(sizes, size_of) ", " set_of(lens, len_of) ", " (nfiles - 1) ", " FNR \
    ", " (fl["0"] + 0) ", " (fl["1"] + 0) ", " kept ", " low ", " lane
  late = enc == "evex" || enc == "apx"
  n = split($1, alt_name, ",")
  for (i = 1; i <= n; i++) expand(alt_name[i], "", 0, 0)
  nrows++
}

# "bwl" -> 1|2|4.  In the tables bit n stands for 2^n bytes.
function set_of(s, map,   i, v, seen, c)
{
  v = 0
  split("", seen)
  for (i = 1; i <= length(s); i++) {
    c = map[substr(s, i, 1)]
    if (c in seen) continue
    seen[c] = 1; v += c
  }
  return v
}

function bytes(w)
{
  if (w in wcode) { if (w ~ /^s/) has_s = 1; if (w ~ /^n/) has_n = 1; return wcode[w] }
  if (w !~ /^[0-9]+$/) die("unknown width '" w "'")
  return w + 0
}

function bits(w)
{
  if (w in wcode) return bytes(w)
  if (w !~ /^[0-9]+$/ || w % 8) die("unknown width '" w "'")
  return w / 8
}

function role(s, where,   i, v, c)
{
  v = ""
  for (i = 1; i <= length(s); i++) {
    c = substr(s, i, 1)
    if (c == "c") { i++; c = c substr(s, i, 1) }
    if (!(c in role_of)) die("unknown role '" s "' of " where)
    v = v (v == "" ? "" : "|") role_of[c]
  }
  return v
}

# OPERAND = ALTERNATIVE{|ALTERNATIVE}[:ROLE[+N|^N]]
function operand(t,   i, n, a, r, alt, w, stay)
{
  r = "0"; stay = 0
  if (match(t, /[+^][0-9]+$/)) {
    stay = substr(t, RSTART + 1) + (substr(t, RSTART, 1) == "^" ? 128 : 0)
    t = substr(t, 1, RSTART - 1)
  }
  if (match(t, /:[a-z]+$/)) { r = role(substr(t, RSTART + 1), t); t = substr(t, 1, RSTART - 1) }
  k_kinds = ""; k_reg = 0; k_access = 0; k_mem = 0; k_fixed = 0
  n = split(t, alt, /[|]/)
  if (n == 0) die("empty operand")
  for (i = 1; i <= n; i++) {
    a = alt[i]
    if (a ~ /^(r|m|rm|rmi|ri|mi)\.[a-z0-9]+$/) {
      w = a; sub(/.*\./, "", w); w = bits(w)
      sub(/\..*/, "", a)
      letters(a, w, w)
    }
    else if (a ~ /^vm?\.[a-z0-9]+$/) {
      w = a; sub(/.*\./, "", w); w = bits(w)
      reg("VEC", w, 0)
      if (a ~ /^vm/) mem(w)
    }
    else if (a ~ /^(r|rm|rmi|ri|m|mi)(8|16|32|64)$/) {
      w = a; sub(/^[rmi]+/, "", w); w /= 8
      sub(/[0-9]+$/, "", a)
      letters(a, w, w)
    }
    else if (a ~ /^r(32|64|\.s)\.(8|16)$/) {
      w = substr(a, 2); sub(/\.(8|16)$/, "", w)
      w = w == ".s" ? bits("s") : w / 8
      sub(/.*\./, "", a)
      reg("GPR", w, a / 8)
    }
    else if (a ~ /^m[0-9]*$/) mem(a == "m" ? 0 : bits(substr(a, 2)))
    else if (a ~ /^i(8|16|32|64)?$/) kind("IMM")
    else if (a == "1") kind("ONE")
    else if (a == "rel") kind("REL")
    else if (a ~ /^[xyz]mm(\.[0-9]+)?$/) {
      w = a; if (!sub(/^.*\./, "", w)) w = 0
      reg("VEC", len_of[substr(a, 1, 1)], w / 8)
    }
    else if (a ~ /^vm(32|64)([xyz]|\.n[248]?)\.(32|64)$/) {
      w = substr(a, 5); sub(/\.(32|64)$/, "", w)
      if (w ~ /^\./) w = bits(substr(w, 2)); else w = len_of[w]
      kind("VSIB"); k_reg = w
      sub(/.*\./, "", a); k_mem = a / 8
    }
    else if (a ~ /^(seg|cr|dr|bnd|tmm|k|mm|sti)(\.[0-9]+)?$/) {
      w = a; if (!sub(/^.*\./, "", w)) w = 0
      sub(/\..*/, "", a)
      reg(kindname[a], kindwidth[a], w / 8)
    }
    else if (a in regnum) {
      if (k_kinds ~ /FIXED/) die("two fixed registers in one operand")
      kind("FIXED"); k_fixed = regnum[a]
    }
    else die("unknown operand '" a "'")
  }
  if (r == "0") {
    if (k_kinds ~ /GPR|MEM|VEC|FIXED|MASK|_ST/) die("operand '" t "' has no role")
    r = k_kinds ~ /REL/ ? "AVOW_ROLE_TARGET" : "AVOW_ROLE_IMM"
  }
  else if (k_kinds ~ /IMM|ONE/) r = r "|AVOW_ROLE_IMM"
  else if (k_kinds ~ /REL/ && r !~ /TARGET/) r = r "|AVOW_ROLE_TARGET"
  ops = ops "  { " k_kinds ", " k_reg ", " k_access ", " k_mem ", " k_fixed ", " r ", " stay " },\n"
  nops++
}

function kind(k) { k_kinds = k_kinds (k_kinds == "" ? "" : "|") "AVOW_K_" k }

function reg(k, width, access)
{
  if (k_reg != 0 && k_reg != width) die("one operand with registers of different widths")
  kind(k); k_reg = width; k_access = access
}

function mem(width)
{
  if (k_kinds ~ /MEM/) die("two memory alternatives in one operand")
  kind("MEM"); k_mem = width
}

function letters(s, rw, mw,   i, c)
{
  for (i = 1; i <= length(s); i++) {
    c = substr(s, i, 1)
    if (c == "r") reg("GPR", rw, 0)
    else if (c == "m") mem(mw)
    else kind("IMM")
  }
}

# IMPLICIT = NAME[@BYTE][.WIDTH]:ROLE or [NAME][.WIDTH]:ROLE, NAME op1, op2 .. = register in that operand
function implicit(t,   r, w, m, n, shift)
{
  match(t, /:[a-z]+$/)
  r = role(substr(t, RSTART + 1), t); t = substr(t, 1, RSTART - 1)
  w = shift = ""
  if (match(t, /\.[a-z0-9]+$/)) { w = substr(t, RSTART + 1); t = substr(t, 1, RSTART - 1) }
  if (match(t, /@[0-9]+$/)) { shift = substr(t, RSTART + 1); t = substr(t, 1, RSTART - 1) }
  m = 0
  if (t ~ /^\[.*\]$/) { m = 1; t = substr(t, 2, length(t) - 2) }
  if (m && t ~ /^op[1-6]$/) { m = 2; n = substr(t, 3) - 1; shift = 0 }
  else {
    if (!(t in regnum)) die("unknown register '" t "'")
    n = regnum[t]
    if (shift == "") shift = m ? 0 : r_shift[n]
    if (w == "" && !m) w = r_size[n]
    n = r_loc[n]
  }
  imps = imps "  { " n ", " r ", " (w == "" ? 0 : bytes(w)) ", " shift ", " m " },\n"
  nimps++
}

# zmm0..zmm15:w
function range(t,   a, b, r)
{
  r = t; sub(/^[^:@]*/, "", r); sub(/[:@].*/, "", t)
  a = t; sub(/\.\..*/, "", a); b = t; sub(/.*\.\./, "", b)
  if (!(a in regnum) || !(b in regnum)) die("unknown register in '" t "'")
  b = regnum[b]
  for (a = regnum[a]; a <= b; a++)
    if (r_size[a] == r_size[b] && r_shift[a] == r_shift[b]) implicit(r_name[a] r)
}

# r:cf,w:status,u?:af   classes r w u 0 1; ? = conditional
function flags(t,   i, n, a, w, c, cl)
{
  n = split(t, a, ",")
  for (i = 1; i <= n; i++) {
    w = a[i]
    if (match(w, /^[rwu01]\??:/)) { cl = substr(w, 1, RLENGTH - 1); w = substr(w, RLENGTH + 1) }
    if (cl == "") die("flags without a class")
    if (w == "cc") continue
    if (w in flagset) { flaglist(flagset[w], cl) }
    else flaglist(w, cl)
  }
}

function flaglist(list, cl,   i, n, a)
{
  n = split(list, a, " ")
  for (i = 1; i <= n; i++) {
    if (!(a[i] in flagbit)) die("unknown flag '" a[i] "'")
    addflag(substr(cl, 1, 1), a[i])
    if (cl ~ /\?/) addflag("?", a[i])
    if (cl ~ /^[01]/) addflag("w", a[i])
  }
}

function addflag(c, f)
{
  if ((c, f) in fl) die("flag '" f "' twice")
  fl[c, f] = 1; fl[c] += 2 ^ flagbit[f]
}

# Where the run of initialisers TEXT starts in the array WHAT.
function shared_run(text, what,   n)
{
  if (text == "") return 0
  if ((what, text) in run) return run[what, text]
  run[what, text] = total[what] + 0
  n = split(text, dummy, "\n") - 1
  total[what] += n
  body[what] = body[what] text
  return run[what, text]
}

# ---- one line of a .bytes file ----------------------------------------------------

# BYTES[/DIGIT] [64|32] TEXT; the head of the file says what they mean
function code(   i, t, hex, modes, modrm, digit, imm)
{
  hex = $1; modrm = "NONE"; digit = imm = 0; modes = "AVOW_MODE64|AVOW_MODE32"
  if (match(hex, /\/[0-7r]$/)) { digit = substr(hex, RSTART + 1); hex = substr(hex, 1, RSTART - 1); modrm = "REG" }
  if (hex !~ /^([0-9a-f][0-9a-f])+$/) die("bad bytes '" $1 "'")
  i = 2
  if ($2 == "64" || $2 == "32") { modes = "AVOW_MODE" $2; i++ }
  if (i > NF) die("bytes without an instruction")
  for (t = $(i++); i <= NF; i++) t = t " " $i
  if (modrm != "NONE" && t ~ /%m/) modrm = "MEM"
  if (match(t, /\$(ib|sb|iw|id)/)) imm = substr(t, RSTART + 2, 1) == "b" ? 1 : substr(t, RSTART + 2, 1) == "w" ? 2 : 4
  code_hex[ncodes] = hex; code_text[ncodes] = t
  code_rest[ncodes] = modes ", ISA_MODRM_" modrm ", " (digit == "r" ? "ISA_DIGIT_REG" : digit) ", " imm
  ncodes++
}

# ---- mnemonics ------------------------------------------------------------------

# Expand the pattern P, whose part before P became DONE, into names.
function expand(p, done, size, c,   i, n, a, b, inner, rest)
{
  if (!match(p, /[[({]/)) { addname(done p, size, c); return }
  b = substr(p, RSTART, 1)
  done = done substr(p, 1, RSTART - 1); rest = substr(p, RSTART + 1)
  i = index(rest, b == "[" ? "]" : b == "(" ? ")" : "}")
  if (i == 0) die("'" b "' is not closed")
  inner = substr(rest, 1, i - 1); rest = substr(rest, i + 1)
  if (b == "[")
    for (i = 1; i <= length(inner); i++) expand(rest, done substr(inner, i, 1), size, c)
  else if (b == "(") {
    n = split(inner, a, /[|]/)
    for (i = 1; i <= n; i++) expand(a[i] rest, done, size, c)
  }
  else if (inner == "cc" || inner == "cond")
    for (i = 1; i <= nccs; i++) expand(rest, done cc[i], size, inner == "cc" ? i : c)
  else if (inner == "scc")
    for (i = 1; i <= nsccs; i++) expand(rest, done scc[i], size, cc_index[scc[i]] + 0)
  else if (inner in nameset) {
    n = split(nameset[inner], a, " ")
    for (i = 1; i <= n; i++) expand(a[i] rest, done, size, c)
  }
  else if (inner ~ /^[bwldq]+!?$/) {
    if (inner !~ /!/) expand(rest, done, size, c)
    for (i = 1; i <= length(inner); i++) {
      b = substr(inner, i, 1)
      if (b != "!") expand(rest, done b, size_of[b], c)
    }
  }
  else die("unknown pattern '{" inner "}'")
}

function addname(name, size, c,   i)
{
  if (name !~ /^[a-z][a-z0-9_.-]*$/) die("bad mnemonic '" name "'")
  if (!(name in namenum)) { namenum[name] = nnames; n_name[nnames++] = name }
  i = namenum[name]
  if (list) print name "\t" base ":" FNR ":\t" $0
  if (((i, nrows, size, c) in have)) die("mnemonic '" name "' twice")
  have[i, nrows, size, c] = 1
  if (late) { n_late[i] = n_late[i] "  { " nrows ", " size ", " c " },\n"; n_cands[i]++ }
  else { n_early[i] = n_early[i] "  { " nrows ", " size ", " c " },\n"; n_cands[i]++ }
  if (n_cands[i] > 255) die("too many rows for '" name "'")
}

# ---- output ---------------------------------------------------------------------

function chars(s,   i, c)
{
  for (i = 1; i <= length(s); i++) c = c ord[substr(s, i, 1)] ","
  return c
}

function str(s,   o)
{
  if (s in pooled) return pooled[s]
  o = pool_len; pooled[s] = o
  pool = pool chars(s) "0,\n"
  pool_len += length(s) + 1
  return o
}

function hash(s,   h, i)
{
  h = 5381
  for (i = 1; i <= length(s); i++) h = (h * 33 + ord[substr(s, i, 1)]) % 16777216
  return h
}

function byte(hex, i)
{
  return (index(digits, substr(hex, i, 1)) - 1) * 16 + index(digits, substr(hex, i + 1, 1)) - 1
}

# The same over bytes in hexadecimal.
function codehash(hex,   h, i)
{
  h = 5381
  for (i = 1; i < length(hex); i += 2) h = (h * 33 + byte(hex, i)) % 16777216
  return h
}

function hashtable(name, list, n, is_code,   size, i, h, tab)
{
  for (size = 64; size < n * 2; size *= 2);
  split("", tab)
  for (i = 0; i < n; i++) {
    for (h = (is_code ? codehash(list[i]) : hash(list[i])) % size; h in tab; h = (h + 1) % size);
    tab[h] = i + 1
  }
  printf "static const uint16_t %s_%s[%d] = {\n", arch, name, size
  for (i = 0; i < size; i++) printf "%d%s", tab[i], i % 16 == 15 ? ",\n" : ","
  print "};"
  return size
}

function array(name, type, a, n, strings,   i)
{
  printf "static const %s %s_%s[] = {\n", type, arch, name
  for (i = 0; i < n; i++) print "  " (strings ? str(a[i]) : a[i]) ","
  print "};"
}

# Instructions by their bytes.  Texts have a pool of their own, which may be larger than 64 KiB.
function codes(   i, k, at, text_at, longest, line, data, text)
{
  at = text_at = longest = 0
  digits = "0123456789abcdef"
  for (i = 0; i < ncodes; i++) {
    line[i] = "{ " text_at ", " at ", " length(code_hex[i]) / 2 ", " code_rest[i] " }"
    for (k = 1; k < length(code_hex[i]); k += 2) { data = data byte(code_hex[i], k) ","; at++ }
    data = data "\n"
    text = text chars(code_text[i]) "0,\n"
    text_at += length(code_text[i]) + 1
    if (length(code_hex[i]) / 2 > longest) longest = length(code_hex[i]) / 2
  }
  if (at > 65535 || ncodes > 65534) { print "isagen.awk: too many bytes" | "cat 1>&2"; exit 1 }
  line[ncodes] = "{ 0, 0, 0, 0, 0, 0, 0 }"
  array("codes", "struct isa_code", line, ncodes + 1, 0)
  printf "static const uint8_t %s_code_bytes[] = {\n%s0 };\n", arch, data
  printf "static const char %s_code_text[] = {\n%s0 };\n", arch, text
  printf "enum { %s_CODE_MAX = %d, %s_CODE_HASH_SIZE = %d };\n", arch, longest, arch, \
    hashtable("code_hash", code_hex, ncodes, 1)
}

END {
  if (failed) exit 1
  if (list) exit 0
  printf "/* Made by scripts/isagen.awk from isa/%s; do not edit.  */\n", arch
  str("")
  for (i = 0; i < nregs; i++) r_line[i] = "{ " str(r_name[i]) ", " r_rest[i] " }"
  for (i = 0; i < nlocs; i++)
    l_line[i] = "{ " str(l_name[i]) ", " (l_clob[i] == "" ? 0 : str(l_clob[i])) ", " l_rest[i] " }"
  array("regnames", "struct avow_regname", r_line, nregs, 0)
  array("locs", "struct avow_loc", l_line, nlocs, 0)
  array("exts", "uint16_t", extname, nexts, 1)
  array("ext_options", "uint16_t", ext_option, nexts, 1)
  array("files", "uint16_t", file, nfiles, 1)
  array("flag_names", "uint16_t", flagname, nflags, 1)
  conds[0] = "{ 0, 0, 0 }"
  array("conds", "struct isa_cond", conds, nccs + 1, 0)
  if (pool_len > 65535) { print "isagen.awk: string pool too large" | "cat 1>&2"; exit 1 }
  printf "static const struct isa_operand %s_operands[] = {\n%s  { 0, 0, 0, 0, 0, 0, 0 }\n};\n", arch, body["operand"]
  printf "static const struct isa_implicit %s_implicits[] = {\n%s  { 0, 0, 0, 0, 0 }\n};\n", arch, body["implicit"]
  for (i = 0; i < nrows; i++) r_text[i] = "{ " rows[i] " }"
  array("rows", "struct isa_row", r_text, nrows, 0)
  printf "static const struct isa_cand %s_cands[] = {\n", arch
  n = 0
  for (i = 0; i < nnames; i++) {
    printf "%s%s", n_early[i], n_late[i]
    n_line[i] = "{ " str(n_name[i]) ", " n ", " n_cands[i] ", " length(n_name[i]) " }"
    n += n_cands[i]
  }
  print "};"
  if (n > 65535) { print "isagen.awk: too many candidates" | "cat 1>&2"; exit 1 }
  array("names", "struct isa_name", n_line, nnames, 0)
  name_hash_size = hashtable("name_hash", n_name, nnames, 0)
  reg_hash_size = hashtable("reg_hash", r_name, nregs, 0)
  codes()
  printf "static const char %s_pool[] = {\n%s};\n", arch, pool
  printf "enum {\n  %s_N_REGNAMES = %d, %s_N_LOCS = %d, %s_N_ROWS = %d, %s_N_NAMES = %d,\n", \
    arch, nregs, arch, nlocs, arch, nrows, arch, nnames
  printf "  %s_NAME_HASH_SIZE = %d, %s_REG_HASH_SIZE = %d, %s_N_EXTS = %d, %s_N_FLAGS = %d,\n", \
    arch, name_hash_size, arch, reg_hash_size, arch, nexts, arch, nflags
  printf "  %s_N_FILES = %d, %s_N_CCS = %d,\n", arch, nfiles, arch, nccs + 1
  for (i = 0; i < nexts; i++) printf "  %s_EXT_%s = %d,\n", arch, extname[i], i
  printf "  %s_LOC_SP = %d, %s_LOC_FP = %d", arch, special["sp"], arch, special["fp"]
  n = split("flags vec mm st mask", a_class, " ")
  for (i = 1; i <= n; i++) printf ",\n  %s_LOC_%s0 = %d", arch, toupper(a_class[i]), special["first " a_class[i]]
  if ("x87tag" in locnum) printf ",\n  %s_LOC_X87TAG = %d", arch, locnum["x87tag"]
  if ("x87control" in locnum) printf ",\n  %s_LOC_X87CONTROL = %d", arch, locnum["x87control"]
  if ("alignedsp" in locnum) printf ",\n  %s_LOC_ALIGNED_SP = %d", arch, locnum["alignedsp"]
  if ("mxcsr" in locnum) printf ",\n  %s_LOC_MXCSR = %d", arch, locnum["mxcsr"]
  print "\n};"
}
