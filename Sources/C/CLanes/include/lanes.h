// Loops over lanes of 32 bits, compiled for any x86-64 and once more for processors with AVX2; which of
// them runs is chosen when the program starts. What lanes hold, and which numbers are marks, is the
// column engine's (Sources/Engines/Columns/Store/Lane.swift).
#ifndef LANES_H
#define LANES_H

#include <stddef.h>
#include <stdint.h>

// Signs of comparison.
enum lanes_sign {
  lanes_less,
  lanes_less_or_equal,
  lanes_greater,
  lanes_greater_or_equal,
  lanes_equal,
  lanes_not_equal,
};

struct lanes_kernels {
  // Truths of `a sign value`, `count` of them: 0 no, 1 unknown, 2 yes. The value may be the mark for
  // unknown: a number below all that lanes hold.
  void (*compare_value)(enum lanes_sign sign, const int32_t *a, int32_t value, size_t count,
                        uint8_t *out);
  // Truths of `a sign b`.
  void (*compare)(enum lanes_sign sign, const int32_t *a, const int32_t *b, size_t count,
                  uint8_t *out);
  // Whether a spell from `from` to `to` reaches over `at`; one without an end goes on.
  void (*covers)(const int32_t *from, const int32_t *to, const int32_t *at, size_t count,
                 uint8_t *out);
  // What stands in a list of `length` at each place: unknown for unknown, `none` for none; a place
  // outside it traps.
  void (*look)(const int32_t *list, size_t length, const int32_t *places, int32_t none, size_t count,
               int32_t *out);
  // The lanes whose truth is at least so much, and their rows; as many are written as there are lanes,
  // and what lies behind those that passed says nothing. Returns how many passed.
  size_t (*pass)(const uint8_t *truth, uint8_t least, const int32_t *outer, size_t count,
                 int32_t *parents, int32_t *rows);
  // Where the records of each owner end when those of all are written one after the other, by where
  // they lie in their table; a mark has none. `length` is that of `offsets`; an owner outside it traps.
  // Returns how many there are; `most` gets the most that an owner has.
  size_t (*end_lists)(const int32_t *owners, const int32_t *offsets, size_t length, size_t count,
                      int32_t *ends, int32_t *most);
  // The rows of the records of owners that have at most lanes_most each, and the lane of the owner.
  // There is room for lanes_most more than `ends` says.
  void (*list)(const int32_t *owners, const int32_t *offsets, const int32_t *ends, size_t count,
               int32_t *rows, int32_t *parents);
};

enum { lanes_most = 4 };

// For any processor.
const struct lanes_kernels *lanes_baseline(void);
// For the processor this runs on: that for AVX2 where it has it, else the baseline.
const struct lanes_kernels *lanes_best(void);

#endif
