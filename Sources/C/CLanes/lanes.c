#include "lanes.h"

// Marks, and truths, as the column engine has them.
#define UNKNOWN INT32_MIN
#define NONE (INT32_MIN + 1)
enum { no = 0, unknown = 1, yes = 2 };

// Each body is compiled into a function of every level, and so for what that level may use. No lane
// decides which way another goes: all of them can be done at once.
#define BODY static inline __attribute__((always_inline)) void

#define EACH_ORDERED(holds)                                                  \
  for (size_t lane = 0; lane < count; lane++) {                              \
    uint8_t truth = (uint8_t)(((holds) & (OPERANDS_ARE_VALUES)) << 1);       \
    out[lane] = truth | (uint8_t)(IS_UNKNOWN);                               \
  }
#define EACH_EQUAL(holds)                                                    \
  for (size_t lane = 0; lane < count; lane++)                                \
    out[lane] = (IS_UNKNOWN) ? unknown : (holds) ? yes : no;

BODY compare_value(enum lanes_sign sign, const int32_t *restrict a, int32_t value, size_t count,
                   uint8_t *restrict out) {
#define OPERANDS_ARE_VALUES (a[lane] > NONE)
#define IS_UNKNOWN (a[lane] == UNKNOWN)
  // Nothing is before or after none.
  if (value == NONE && sign != lanes_equal && sign != lanes_not_equal) {
    EACH_ORDERED(0)
    return;
  }
  switch (sign) {
    case lanes_less: EACH_ORDERED(a[lane] < value) break;
    case lanes_less_or_equal: EACH_ORDERED(a[lane] <= value) break;
    case lanes_greater: EACH_ORDERED(a[lane] > value) break;
    case lanes_greater_or_equal: EACH_ORDERED(a[lane] >= value) break;
    case lanes_equal: EACH_EQUAL(a[lane] == value) break;
    case lanes_not_equal: EACH_EQUAL(a[lane] != value) break;
  }
#undef OPERANDS_ARE_VALUES
#undef IS_UNKNOWN
}

BODY compare(enum lanes_sign sign, const int32_t *restrict a, const int32_t *restrict b,
             size_t count, uint8_t *restrict out) {
#define OPERANDS_ARE_VALUES ((a[lane] > NONE) & (b[lane] > NONE))
#define IS_UNKNOWN ((a[lane] == UNKNOWN) | (b[lane] == UNKNOWN))
  switch (sign) {
    case lanes_less: EACH_ORDERED(a[lane] < b[lane]) break;
    case lanes_less_or_equal: EACH_ORDERED(a[lane] <= b[lane]) break;
    case lanes_greater: EACH_ORDERED(a[lane] > b[lane]) break;
    case lanes_greater_or_equal: EACH_ORDERED(a[lane] >= b[lane]) break;
    case lanes_equal: EACH_EQUAL(a[lane] == b[lane]) break;
    case lanes_not_equal: EACH_EQUAL(a[lane] != b[lane]) break;
  }
#undef OPERANDS_ARE_VALUES
#undef IS_UNKNOWN
}

BODY covers(const int32_t *restrict from, const int32_t *restrict to, const int32_t *restrict at,
            size_t count, uint8_t *restrict out) {
  for (size_t lane = 0; lane < count; lane++) {
    // Marks of the first day are below every day; those of the last are held out.
    int is_out = (from[lane] > at[lane]) | ((to[lane] < at[lane]) & (to[lane] > NONE))
                 | (at[lane] == NONE);
    int is_open = (from[lane] == UNKNOWN) | (to[lane] == UNKNOWN);
    int truth = is_out ? no : is_open ? unknown : yes;
    out[lane] = (uint8_t)(at[lane] == UNKNOWN ? unknown : truth);
  }
}

BODY look(const int32_t *restrict list, size_t length, const int32_t *restrict places, int32_t none,
          size_t count, int32_t *restrict out) {
  // Marks are negative, and so beyond every list as numbers without a sign.
  uint32_t highest = 0;
  for (size_t lane = 0; lane < count; lane++) {
    uint32_t place = (uint32_t)places[lane];
    highest = place > highest ? place : highest;
  }
  if (count == 0 || highest < length) {
    for (size_t lane = 0; lane < count; lane++) out[lane] = list[places[lane]];
    return;
  }
  for (size_t lane = 0; lane < count; lane++) {
    int32_t place = places[lane];
    if (place >= 0) {
      if ((size_t)place >= length) __builtin_trap();
      out[lane] = list[place];
    } else {
      out[lane] = place == NONE ? none : UNKNOWN;
    }
  }
}

static inline __attribute__((always_inline)) size_t pass(
    const uint8_t *restrict truth, uint8_t least, const int32_t *restrict outer, size_t count,
    int32_t *restrict parents, int32_t *restrict rows) {
  size_t kept = 0;
  for (size_t lane = 0; lane < count; lane++) {
    // Written always, and kept where the next one does not overwrite it.
    parents[kept] = (int32_t)lane;
    rows[kept] = outer[lane];
    kept += truth[lane] >= least;
  }
  return kept;
}

static inline __attribute__((always_inline)) size_t end_lists(
    const int32_t *restrict owners, const int32_t *restrict offsets, size_t length, size_t count,
    int32_t *restrict ends, int32_t *most) {
  int32_t highest = -1;
  for (size_t lane = 0; lane < count; lane++) {
    highest = owners[lane] > highest ? owners[lane] : highest;
  }
  if (highest >= 0 && (size_t)highest + 1 >= length) __builtin_trap();
  size_t end = 0;
  int32_t longest = 0;
  for (size_t lane = 0; lane < count; lane++) {
    int32_t owner = owners[lane];
    int32_t records = owner < 0 ? 0 : offsets[owner + 1] - offsets[owner];
    longest = records > longest ? records : longest;
    end += (size_t)records;
    ends[lane] = (int32_t)end;
  }
  *most = longest;
  return end;
}

// So many rows are written for each lane, whether it has them or not, and those that it has not are
// written over by the next: no jump depends on how many there are.
BODY list(const int32_t *restrict owners, const int32_t *restrict offsets,
          const int32_t *restrict ends, size_t count, int32_t *restrict rows,
          int32_t *restrict parents) {
  size_t place = 0;
  for (size_t lane = 0; lane < count; lane++) {
    int32_t first = owners[lane] < 0 ? 0 : offsets[owners[lane]];
    for (int32_t more = 0; more < lanes_most; more++) {
      rows[place + (size_t)more] = first + more;
      parents[place + (size_t)more] = (int32_t)lane;
    }
    place = (size_t)ends[lane];
  }
}

#define LEVEL(level, attributes)                                                                \
  attributes static void compare_value_##level(enum lanes_sign sign, const int32_t *a,          \
                                               int32_t value, size_t count, uint8_t *out) {     \
    compare_value(sign, a, value, count, out);                                                  \
  }                                                                                             \
  attributes static void compare_##level(enum lanes_sign sign, const int32_t *a,                \
                                         const int32_t *b, size_t count, uint8_t *out) {        \
    compare(sign, a, b, count, out);                                                            \
  }                                                                                             \
  attributes static void covers_##level(const int32_t *from, const int32_t *to,                 \
                                        const int32_t *at, size_t count, uint8_t *out) {        \
    covers(from, to, at, count, out);                                                           \
  }                                                                                             \
  attributes static void look_##level(const int32_t *list, size_t length,                       \
                                      const int32_t *places, int32_t none, size_t count,        \
                                      int32_t *out) {                                           \
    look(list, length, places, none, count, out);                                               \
  }                                                                                             \
  attributes static size_t pass_##level(const uint8_t *truth, uint8_t least,                    \
                                        const int32_t *outer, size_t count, int32_t *parents,   \
                                        int32_t *rows) {                                        \
    return pass(truth, least, outer, count, parents, rows);                                     \
  }                                                                                             \
  attributes static size_t end_lists_##level(const int32_t *owners, const int32_t *offsets,     \
                                             size_t length, size_t count, int32_t *ends,        \
                                             int32_t *most) {                                   \
    return end_lists(owners, offsets, length, count, ends, most);                               \
  }                                                                                             \
  attributes static void list_##level(const int32_t *owners, const int32_t *offsets,            \
                                      const int32_t *ends, size_t count, int32_t *rows,         \
                                      int32_t *parents) {                                       \
    list(owners, offsets, ends, count, rows, parents);                                          \
  }                                                                                             \
  static const struct lanes_kernels kernels_##level = {                                         \
      compare_value_##level, compare_##level, covers_##level, look_##level,                     \
      pass_##level,          end_lists_##level, list_##level};

LEVEL(baseline, )

const struct lanes_kernels *lanes_baseline(void) { return &kernels_baseline; }

#if defined(__x86_64__)
LEVEL(avx2, __attribute__((target("avx2"))))

const struct lanes_kernels *lanes_best(void) {
  return __builtin_cpu_supports("avx2") ? &kernels_avx2 : &kernels_baseline;
}
#else
const struct lanes_kernels *lanes_best(void) { return &kernels_baseline; }
#endif
