/* The inner loops of the engine, in C: the same answers as the numpy code beside them, to the last bit.

   Called through ctypes (compiled.py). Whole numbers are exact, and floating point is only compared, added, multiplied
   and divided in the order numpy does it; the build therefore switches off fused multiply-add. No function keeps
   anything between two calls, so several threads may call them at once. */

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#if defined(__x86_64__) && defined(__gnu_linux__) && defined(__GLIBC__) && !defined(__clang__) && !defined(ZOPA_PLAIN)
#define CLONES __attribute__((target_clones("arch=x86-64-v4", "avx2", "default")))
#else
#define CLONES
#endif

#ifndef ZOPA_VERSION /* a number that stands for this very text; the build gives it */
#define ZOPA_VERSION 0
#endif
#define TOO_LARGE (-1)
#define MOST_PARTIES 8
#define MOST_COUNT ((int64_t)1 << 62)

int zopa_kernels_version(void) { return ZOPA_VERSION; }

/* ---------------------------------------------------------------------------------------------------------------- */
/* Which left rows can still be agreed to, in some draws at once (reach.py): branch and bound, depth first.

   values: for each issue (draws, parties, size) one after the other; needed: (issues, draws, parties), what a sum so
   far must reach. place: the row that each combination of options is, -1 where rules forbid it; NULL where they are
   the same. Rows come out by draw, then in the order of their options. Returns how many there are; where that is more
   than capacity, only the first of them are written. */

typedef struct {
    int64_t parties, issues, draws;
    const int64_t *sizes;
    const int32_t *const *values;
    const int32_t *needed;
    const int64_t *place;
    int64_t capacity, found, draw;
    int64_t *draw_out, *row_out;
    int32_t *total_out;
} reach_t;

static void reach_from(reach_t *at, int64_t issue, int64_t row, const int32_t *total) {
    const int64_t parties = at->parties;
    if (issue == at->issues) {
        if (at->place != NULL && (row = at->place[row]) < 0) return;
        if (at->found < at->capacity) {
            at->draw_out[at->found] = at->draw;
            at->row_out[at->found] = row;
            for (int64_t i = 0; i < parties; i++) at->total_out[i * at->capacity + at->found] = total[i];
        }
        at->found++;
        return;
    }
    const int64_t size = at->sizes[issue];
    const int32_t *values = at->values[issue] + at->draw * parties * size;
    const int32_t *needed = at->needed + (issue * at->draws + at->draw) * parties;
    int32_t longer[MOST_PARTIES];
    for (int64_t option = 0; option < size; option++) {
        int enough = 1;
        for (int64_t i = 0; i < parties; i++) {
            longer[i] = total[i] + values[i * size + option];
            enough &= longer[i] >= needed[i];
        }
        if (enough) reach_from(at, issue + 1, row * size + option, longer);
    }
}

int64_t zopa_reach(int64_t draws, int64_t parties, int64_t issues, const int64_t *sizes, const int32_t *const *values,
                   const int32_t *needed, const int64_t *place, int64_t capacity, int64_t *draw_out, int64_t *row_out,
                   int32_t *total_out) {
    const int32_t nothing[MOST_PARTIES] = {0};
    reach_t at = {parties, issues, draws, sizes, values, needed, place, capacity, 0, 0, draw_out, row_out, total_out};
    for (at.draw = 0; at.draw < draws; at.draw++) reach_from(&at, 0, 0, nothing);
    return at.found;
}

/* ---------------------------------------------------------------------------------------------------------------- */
/* Left rows against all right rows (counting.py): add one to the burst of every package all parties accept.

   right (draws, parties, columns); least (draws, parties) is what must be reached, of which total (parties, rows in all,
   total_step apart) is there; spans (draws, 2) says where the rows of each draw begin and end; burst (left rows,
   columns). any (draws) says in which draws some package that allowed (as burst, or NULL) leaves is accepted. */

/* One left row against at most four parties' right rows. first: what the parties before these said, NULL if there are
   none; ok: what they all say. A macro, so that the compiler sees the number of parties. */
#define COMPARE(number)                                                                                              \
    for (int64_t c = 0; c < columns; c++) {                                                                         \
        int yes = right[c] >= need[0];                                                                               \
        if (number > 1) yes &= right[columns + c] >= need[1];                                                        \
        if (number > 2) yes &= right[2 * columns + c] >= need[2];                                                    \
        if (number > 3) yes &= right[3 * columns + c] >= need[3];                                                    \
        ok[c] = (uint8_t)(first == NULL ? yes : yes & first[c]);                                                     \
    }

CLONES static void compare_row(int64_t parties, int64_t columns, const int32_t *right, const int32_t *need,
                               const uint8_t *first, uint8_t *restrict ok) {
    switch (parties) {
    case 1: COMPARE(1) break;
    case 2: COMPARE(2) break;
    case 3: COMPARE(3) break;
    default: COMPARE(4) break;
    }
}

CLONES static int add_row(int64_t columns, const uint8_t *ok, const uint8_t *allowed, uint8_t *restrict burst) {
    uint8_t some = 0;
    for (int64_t c = 0; c < columns; c++) burst[c] += ok[c];
    if (allowed == NULL)
        for (int64_t c = 0; c < columns; c++) some |= ok[c];
    else
        for (int64_t c = 0; c < columns; c++) some |= ok[c] & allowed[c];
    return some;
}

int64_t zopa_note(int64_t draws, int64_t parties, int64_t columns, const int32_t *right, const int32_t *least,
                  const int32_t *total, int64_t total_step, const int64_t *spans, const int64_t *row,
                  const uint8_t *allowed, uint8_t *burst, uint8_t *any) {
    uint8_t *ok = malloc((size_t)columns * 2);
    int32_t needs[MOST_PARTIES];
    if (ok == NULL) return TOO_LARGE;
    for (int64_t n = 0; n < draws; n++)
        for (int64_t at = spans[2 * n]; at < spans[2 * n + 1]; at++) {
            const int32_t *mine = right + n * parties * columns;
            for (int64_t i = 0; i < parties; i++) needs[i] = least[n * parties + i] - total[i * total_step + at];
            uint8_t *said = ok;
            compare_row(parties, columns, mine, needs, NULL, said);
            for (int64_t i = 4; i < parties; i += 4) {
                uint8_t *next = said == ok ? ok + columns : ok;
                compare_row(parties - i, columns, mine + i * columns, needs + i, said, next);
                said = next;
            }
            any[n] |= (uint8_t)add_row(columns, said, allowed == NULL ? NULL : allowed + row[at] * columns,
                                       burst + row[at] * columns);
        }
    free(ok);
    return 0;
}

/* ---------------------------------------------------------------------------------------------------------------- */
/* What parties say to some packages in every draw (verdicts.py, posture.py), a tile of draws at a time.

   worth (draws, parties, options), draws worth_step numbers apart; refused, the same in any order: draws refused_step
   apart, parties refused_party and options refused_option; threshold (draws, parties), threshold_step apart; who
   (asked): the parties asked; chosen (packages, issues): places on the axis of all options. Refusals over several
   options: wide (draws, wides) says which bind, owner (wides) whose each is by its place in who, hit (wides, packages)
   what it refuses. */

#define TILE 64

typedef struct {
    int64_t draws, parties, options, issues, packages, asked, wides;
    const int32_t *worth, *threshold;
    const uint8_t *refused, *wide, *hit;
    int64_t worth_step, threshold_step, refused_step, refused_party, refused_option;
    const int64_t *who, *chosen, *owner;
} asked_t;

/* The draws of one tile, draws innermost: worth, least (asked), refused, wide. Draws beyond the last are 0, and so
   are options other than those that occur (used). */
typedef struct {
    int32_t *worth, *least;
    uint8_t *refused, *wide;
    int64_t *used, uses;
} tile_t;

static int tile_room(const asked_t *a, tile_t *tile) {
    const size_t cells = (size_t)(a->asked * a->options * TILE), lines = (size_t)(a->asked * TILE);
    tile->worth = calloc(cells + lines, sizeof *tile->worth);
    tile->refused = calloc(cells + (size_t)(a->wides * TILE) + 1, 1);
    tile->used = calloc((size_t)a->options * 2 + 1, sizeof *tile->used);
    tile->uses = 0;
    if (tile->worth == NULL || tile->refused == NULL || tile->used == NULL) return 0;
    tile->least = tile->worth + cells;
    tile->wide = tile->refused + cells;
    int64_t *occurs = tile->used + a->options;
    for (int64_t k = 0; k < a->packages * a->issues; k++) occurs[a->chosen[k]] = 1;
    for (int64_t k = 0; k < a->options; k++)
        if (occurs[k]) tile->used[tile->uses++] = k;
    return 1;
}

static void tile_free(tile_t *tile) {
    free(tile->worth);
    free(tile->refused);
    free(tile->used);
}

static void tile_load(const asked_t *a, tile_t *tile, int64_t first, int64_t draws) {
    for (int64_t t = 0; t < draws; t++) {
        const int64_t n = first + t;
        for (int64_t i = 0; i < a->asked; i++) {
            const int32_t *worth = a->worth + n * a->worth_step + a->who[i] * a->options;
            const uint8_t *refused = a->refused + n * a->refused_step + a->who[i] * a->refused_party;
            for (int64_t u = 0; u < tile->uses; u++) {
                const int64_t k = tile->used[u];
                tile->worth[(i * a->options + k) * TILE + t] = worth[k];
                tile->refused[(i * a->options + k) * TILE + t] = refused[k * a->refused_option];
            }
            tile->least[i * TILE + t] = a->threshold[n * a->threshold_step + a->who[i]];
        }
        for (int64_t c = 0; c < a->wides; c++) tile->wide[c * TILE + t] = a->wide[n * a->wides + c];
    }
}

/* One package before one party: yes where it is worth enough, no where one of its options is refused. */
CLONES static void ask(int64_t issues, const int64_t *chosen, const int32_t *worth, const uint8_t *refused,
                       const int32_t *least, uint8_t *restrict yes, uint8_t *restrict no) {
    int32_t sum[TILE] = {0};
    uint8_t any[TILE] = {0};
    for (int64_t j = 0; j < issues; j++) {
        const int32_t *add = worth + chosen[j] * TILE;
        const uint8_t *bar = refused + chosen[j] * TILE;
        for (int t = 0; t < TILE; t++) sum[t] += add[t];
        for (int t = 0; t < TILE; t++) any[t] |= bar[t];
    }
    for (int t = 0; t < TILE; t++) yes[t] = sum[t] >= least[t];
    for (int t = 0; t < TILE; t++) no[t] = any[t];
}

static void ask_party(const asked_t *a, const tile_t *tile, int64_t package, int64_t i, uint8_t *yes, uint8_t *no) {
    const int64_t at = i * a->options * TILE;
    ask(a->issues, a->chosen + package * a->issues, tile->worth + at, tile->refused + at, tile->least + i * TILE, yes,
        no);
    for (int64_t c = 0; c < a->wides; c++)
        if (a->owner[c] == i && a->hit[c * a->packages + package])
            for (int t = 0; t < TILE; t++) no[t] |= tile->wide[c * TILE + t];
}

/* out (packages, draws): whether all parties asked accept; with apart, (packages, asked, draws): whether each does. */
int64_t zopa_answers(int64_t draws, int64_t parties, int64_t options, int64_t issues, int64_t packages, int64_t asked,
                     int64_t wides, const int32_t *worth, int64_t worth_step, const uint8_t *refused,
                     int64_t refused_step, int64_t refused_party, int64_t refused_option, const int32_t *threshold,
                     int64_t threshold_step, const uint8_t *wide,
                     const int64_t *who, const int64_t *chosen, const int64_t *owner, const uint8_t *hit, int64_t apart,
                     uint8_t *out) {
    const asked_t a = {draws, parties, options, issues, packages, asked, wides, worth, threshold, refused, wide, hit,
                       worth_step, threshold_step, refused_step, refused_party, refused_option, who, chosen, owner};
    tile_t tile;
    if (tile_room(&a, &tile))
        for (int64_t first = 0; first < draws; first += TILE) {
            const int64_t here = draws - first < TILE ? draws - first : TILE;
            tile_load(&a, &tile, first, here);
            for (int64_t m = 0; m < packages; m++) {
                uint8_t all[TILE], yes[TILE], no[TILE];
                memset(all, 1, TILE);
                for (int64_t i = 0; i < asked; i++) {
                    ask_party(&a, &tile, m, i, yes, no);
                    for (int t = 0; t < TILE; t++) yes[t] &= (uint8_t)!no[t];
                    for (int t = 0; t < TILE; t++) all[t] &= yes[t];
                    if (apart) memcpy(out + (m * asked + i) * draws + first, yes, (size_t)here);
                }
                if (!apart) memcpy(out + m * draws + first, all, (size_t)here);
            }
        }
    else packages = TOO_LARGE;
    tile_free(&tile);
    return packages;
}

/* In how many draws all accept each package at each of some postures, rising: counts (packages, steps).

   refused and wide are the refusals that only posture can lift; hidden (draws, parties, options) are those it cannot.
   lifted (draws, parties): the first posture at which a party's refusals no longer bind. */
int64_t zopa_postures(int64_t draws, int64_t parties, int64_t options, int64_t issues, int64_t packages, int64_t asked,
                      int64_t wides, const int32_t *worth, int64_t worth_step, const uint8_t *refused,
                      int64_t refused_step, int64_t refused_party, int64_t refused_option, const int32_t *threshold,
                      int64_t threshold_step, const uint8_t *wide,
                      const int64_t *who, const int64_t *chosen, const int64_t *owner, const uint8_t *hit,
                      const uint8_t *hidden, int64_t hidden_step, int64_t hidden_party, int64_t hidden_option,
                      const uint8_t *lifted, int64_t steps, int64_t *counts) {
    const asked_t a = {draws, parties, options, issues, packages, asked, wides, worth, threshold, refused, wide, hit,
                       worth_step, threshold_step, refused_step, refused_party, refused_option, who, chosen, owner};
    asked_t barred = a;
    tile_t tile, bar;
    uint8_t *free_from = calloc((size_t)(asked * TILE) + 1, 1);
    int64_t done = TOO_LARGE;
    barred.refused = hidden;
    barred.refused_step = hidden_step;
    barred.refused_party = hidden_party;
    barred.refused_option = hidden_option;
    barred.wides = 0;
    const int room = tile_room(&a, &tile), more = tile_room(&barred, &bar);
    memset(counts, 0, (size_t)(packages * steps) * sizeof *counts);
    if (free_from == NULL || !room || !more) goto done;
    for (int64_t first = 0; first < draws; first += TILE) {
        const int64_t here = draws - first < TILE ? draws - first : TILE;
        tile_load(&a, &tile, first, here);
        tile_load(&barred, &bar, first, here);
        for (int64_t t = 0; t < here; t++)
            for (int64_t i = 0; i < asked; i++) free_from[i * TILE + t] = lifted[(first + t) * parties + who[i]];
        for (int64_t m = 0; m < packages; m++) {
            uint8_t all[TILE], yes[TILE], no[TILE], from[TILE] = {0};
            memset(all, 0, TILE);
            memset(all, 1, (size_t)here);
            for (int64_t i = 0; i < asked; i++) {
                ask_party(&barred, &bar, m, i, yes, no);
                for (int t = 0; t < TILE; t++) all[t] &= (uint8_t)(yes[t] & !no[t]);
                ask_party(&a, &tile, m, i, yes, no);
                const uint8_t *mine = free_from + i * TILE;
                for (int t = 0; t < TILE; t++) {
                    const uint8_t least = no[t] ? mine[t] : 0;
                    from[t] = least > from[t] ? least : from[t];
                }
            }
            for (int64_t step = 0; step < steps; step++) {
                int64_t number = 0;
                for (int t = 0; t < TILE; t++) number += all[t] & (from[t] <= step);
                counts[m * steps + step] += number;
            }
        }
    }
    done = packages;
done:
    free(free_from);
    tile_free(&tile);
    tile_free(&bar);
    return done;
}

/* ---------------------------------------------------------------------------------------------------------------- */
/* What the packages of one draw violate that both halves decide (violations.py).

   need (parties, left rows) is what each left row asks of right (parties, columns); refused are rectangles, inside
   (refused, left rows) by beside (refused, columns), each noted as bit place[k]. rows are the left rows looked at, those
   of one group after another: left_of and right_of say which group a row and a column are of. seen (left groups,
   right_groups): bit b is set where some allowed package (as in zopa_note) has the combination of bits b. At most six
   bits. */

CLONES static void note_bits(int64_t parties, int64_t columns, const int32_t *right, const int32_t *needs,
                             uint8_t *restrict bits) {
    memset(bits, 0, (size_t)columns);
    for (int64_t i = 0; i < parties; i++)
        for (int64_t c = 0; c < columns; c++) bits[c] |= (uint8_t)((right[i * columns + c] < needs[i]) << i);
}

CLONES static void gather_bits(int64_t columns, const uint8_t *bits, const uint8_t *allowed, uint64_t *restrict met) {
    if (allowed == NULL)
        for (int64_t c = 0; c < columns; c++) met[c] |= (uint64_t)1 << bits[c];
    else
        for (int64_t c = 0; c < columns; c++) met[c] |= (uint64_t)(allowed[c] != 0) << bits[c];
}

int64_t zopa_violated(int64_t parties, int64_t left_rows, int64_t columns, const int32_t *need, const int32_t *right,
                      int64_t refused, const uint8_t *inside, const uint8_t *beside, const int64_t *place,
                      const uint8_t *allowed, int64_t looked, const int64_t *rows, const int64_t *left_of,
                      const int64_t *right_of, int64_t right_groups, uint64_t *seen) {
    uint64_t *met = malloc((size_t)columns * (sizeof *met + 1));
    int32_t needs[MOST_PARTIES];
    if (met == NULL) return TOO_LARGE;
    uint8_t *bits = (uint8_t *)(met + columns);
    memset(met, 0, (size_t)columns * sizeof *met);
    for (int64_t at = 0; at < looked; at++) {
        const int64_t row = rows[at];
        for (int64_t i = 0; i < parties; i++) needs[i] = need[i * left_rows + row];
        note_bits(parties, columns, right, needs, bits);
        for (int64_t k = 0; k < refused; k++)
            if (inside[k * left_rows + row])
                for (int64_t c = 0; c < columns; c++) bits[c] |= (uint8_t)(beside[k * columns + c] << place[k]);
        gather_bits(columns, bits, allowed == NULL ? NULL : allowed + row * columns, met);
        if (at + 1 == looked || left_of[rows[at + 1]] != left_of[row]) {
            for (int64_t c = 0; c < columns; c++) seen[left_of[row] * right_groups + right_of[c]] |= met[c];
            memset(met, 0, (size_t)columns * sizeof *met);
        }
    }
    free(met);
    return 0;
}

/* ---------------------------------------------------------------------------------------------------------------- */
/* The frontier of a sum of issues that nothing ties together, for two or three parties (minkowski.py).

   Each option's sums are a list in descending lexicographic order already. Lists are merged two by two, dominated sums
   dropped as they are met: along that order a sum is dominated when an earlier one is at least as good for the second
   party and the third, which a staircase over those two tells. Equal sums are one, of the lower option. */

typedef struct {
    int64_t value[3];
    int64_t count, previous;
    int32_t option;
} sum_t;

typedef struct { int64_t y, z; } stair_t;

typedef struct {
    stair_t *at;
    int64_t steps, room;
} stairs_t;

/* 1: beaten by an earlier sum; 0: taken in; TOO_LARGE: the staircase has no room left. */
static int climb(stairs_t *stairs, int64_t y, int64_t z) {
    stair_t *at = stairs->at;
    int64_t low = 0, length = stairs->steps;
    while (length > 0) {
        int64_t half = length / 2;
        if (at[low + half].y < y) low += half + 1, length -= half + 1;
        else length = half;
    }
    if (low < stairs->steps && at[low].z >= z) return 1;
    int64_t end = low < stairs->steps && at[low].y == y ? low + 1 : low;
    int64_t begin = low;
    while (begin > 0 && at[begin - 1].z <= z) begin--;
    if (end - begin != 1) {
        if (stairs->steps + 1 - (end - begin) > stairs->room) return TOO_LARGE;
        memmove(at + begin + 1, at + end, (size_t)(stairs->steps - end) * sizeof *at);
        stairs->steps += 1 - (end - begin);
    }
    at[begin].y = y;
    at[begin].z = z;
    return 0;
}

static int in_order(const sum_t *a, const sum_t *b) {
    for (int k = 0; k < 3; k++)
        if (a->value[k] != b->value[k]) return a->value[k] > b->value[k] ? 1 : -1;
    return 0;
}

/* Merge two lists into out; how many sums are left, or TOO_LARGE. */
static int64_t merge(const sum_t *a, int64_t as, const sum_t *b, int64_t bs, sum_t *out, int parties, stairs_t *stairs) {
    int64_t left = 0, i = 0, j = 0, best = INT64_MIN;
    stairs->steps = 0;
    while (i < as || j < bs) {
        int order = j == bs ? 1 : i == as ? -1 : in_order(a + i, b + j);
        const sum_t *next = order >= 0 ? a + i : b + j;
        int64_t count = next->count;
        if (order == 0) {
            if (count > MOST_COUNT - b[j].count) return TOO_LARGE;
            count += b[j].count;
        }
        i += order >= 0;
        j += order <= 0;
        if (parties == 2) {
            if (next->value[1] <= best) continue;
            best = next->value[1];
        } else {
            int beaten = climb(stairs, next->value[1], next->value[2]);
            if (beaten < 0) return TOO_LARGE;
            if (beaten) continue;
        }
        out[left] = *next;
        out[left++].count = count;
    }
    return left;
}

/* The undominated options of an issue, equal ones as one: how many; which[] and times[] say which and how often. */
static int64_t choose(int parties, int64_t width, int64_t size, const int64_t *values, int64_t *which, int64_t *times) {
    int64_t kept = 0;
    for (int64_t a = 0; a < size; a++) {
        int stays = 1;
        int64_t equal = 1;
        for (int64_t b = 0; b < size && stays; b++) {
            int at_least = 1, same = 1;
            if (b == a) continue;
            for (int p = 0; p < parties; p++) {
                at_least &= values[p * width + b] >= values[p * width + a];
                same &= values[p * width + b] == values[p * width + a];
            }
            if (same) {
                stays = b > a;
                equal++;
            } else if (at_least) stays = 0;
        }
        if (stays) which[kept] = a, times[kept++] = equal;
    }
    return kept;
}

typedef struct {
    sum_t *sums;
    int64_t number;
} layer_t;

/* Every option's sums with the sums so far, merged; the result is in *to (whose room grows), TOO_LARGE if it cannot. */
static int64_t add_issue(int parties, int64_t width, int64_t size, const int64_t *values, const layer_t *from,
                         layer_t *to, int64_t limit, stairs_t *stairs) {
    int64_t *which = malloc((size_t)size * 2 * sizeof *which);
    if (which == NULL) return TOO_LARGE;
    int64_t *times = which + size;
    const int64_t lists = choose(parties, width, size, values, which, times);
    const int64_t all = lists * from->number;
    sum_t *one = malloc((size_t)all * sizeof *one), *two = malloc((size_t)all * sizeof *two);
    int64_t *start = malloc((size_t)(lists + 1) * sizeof *start);
    int64_t left = TOO_LARGE;
    if (one == NULL || two == NULL || start == NULL) goto done;
    for (int64_t k = 0; k < lists; k++) {
        start[k] = k * from->number;
        for (int64_t s = 0; s < from->number; s++) {
            sum_t *sum = one + k * from->number + s;
            sum->value[2] = 0;
            for (int p = 0; p < parties; p++)
                sum->value[p] = from->sums[s].value[p] + values[p * width + which[k]];
            if (from->sums[s].count > MOST_COUNT / times[k]) goto done;
            sum->count = from->sums[s].count * times[k];
            sum->previous = s;
            sum->option = (int32_t)which[k];
        }
    }
    start[lists] = all;
    int64_t now = lists;
    while (now > 1) {
        int64_t at = 0, next = 0;
        for (int64_t k = 0; k < now; k += 2) {
            int64_t middle = start[k + 1], end = k + 2 <= now ? start[k + 2] : middle, merged;
            if (k + 1 < now) merged = merge(one + start[k], middle - start[k], one + middle, end - middle, two + at,
                                            parties, stairs);
            else {
                merged = middle - start[k];
                memcpy(two + at, one + start[k], (size_t)merged * sizeof *one);
            }
            if (merged < 0) goto done;
            start[next++] = at;
            at += merged;
        }
        start[next] = at;
        now = next;
        sum_t *other = one;
        one = two;
        two = other;
    }
    left = start[1];
    if (left > limit) left = TOO_LARGE;
    else {
        sum_t *fitting = realloc(one, (size_t)left * sizeof *one);
        to->sums = fitting == NULL ? one : fitting;
        to->number = left;
        one = NULL;
    }
done:
    free(one);
    free(two);
    free(start);
    free(which);
    return left;
}

/* points (parties, capacity), counts (capacity), chosen (capacity, issues). Returns how many points there are; only
   where that is at most capacity are they written. TOO_LARGE: not a case for this function. */
int64_t zopa_sum_issues(int64_t parties, int64_t issues, int64_t width, const int64_t *sizes, const int64_t *values,
                        int64_t limit, int64_t room, int64_t capacity, int64_t *points, int64_t *counts,
                        int64_t *chosen) {
    layer_t *layers = calloc((size_t)issues + 1, sizeof *layers);
    stairs_t stairs = {malloc((size_t)(room + 1) * sizeof *stairs.at), 0, room};
    sum_t empty = {{0, 0, 0}, 1, 0, 0};
    layer_t none = {&empty, 1};
    int64_t left = TOO_LARGE, start = 0;
    if (layers == NULL || stairs.at == NULL || parties < 2 || parties > 3) goto done;
    for (int64_t j = 0; j < issues; j++) {
        left = add_issue((int)parties, width, sizes[j], values + start, j ? layers + j - 1 : &none, layers + j, limit,
                         &stairs);
        if (left < 0) goto done;
        start += sizes[j];
    }
    if (left <= capacity)
        for (int64_t n = 0; n < left; n++) {
            const sum_t *sum = layers[issues - 1].sums + n;
            for (int64_t p = 0; p < parties; p++) points[p * left + n] = sum->value[p];
            counts[n] = sum->count;
            for (int64_t j = issues - 1; j >= 0; j--) {
                chosen[n * issues + j] = sum->option;
                if (j) sum = layers[j - 1].sums + sum->previous;
            }
        }
done:
    if (layers != NULL)
        for (int64_t j = 0; j < issues; j++) free(layers[j].sums);
    free(layers);
    free(stairs.at);
    return left;
}

/* ---------------------------------------------------------------------------------------------------------------- */
/* The four solution points among some packages (solutions.py): marks (4, points), and which of them is shown. */

#define EQUAL 1e-11
#define CLEARLY 1e-9
#define POSSIBLE 1e-12

static double size_of(double value) { return value < 0 ? -value : value; }

static double slack(double top) { return EQUAL * (size_of(top) > 1.0 ? size_of(top) : 1.0); }

/* Leximin over rows of scores (points, parties), which are sorted in place; only marked points take part. */
static void leximin(int64_t points, int64_t parties, double *scores, uint8_t *marks) {
    for (int64_t n = 0; n < points; n++) {
        double *row = scores + n * parties;
        for (int64_t i = 1; i < parties; i++)
            for (int64_t k = i; k > 0 && row[k - 1] > row[k]; k--) {
                double held = row[k];
                row[k] = row[k - 1];
                row[k - 1] = held;
            }
    }
    for (int64_t i = 0; i < parties; i++) {
        int seen = 0;
        double top = 0;
        for (int64_t n = 0; n < points; n++)
            if (marks[n] && (!seen || scores[n * parties + i] > top)) top = scores[n * parties + i], seen = 1;
        for (int64_t n = 0; n < points; n++) marks[n] &= scores[n * parties + i] >= top - slack(top);
    }
}

static void shares_of(int64_t points, int64_t parties, const double *gains, const double *ideal, double *shares) {
    for (int64_t n = 0; n < points; n++)
        for (int64_t i = 0; i < parties; i++)
            shares[n * parties + i] = ideal[i] > POSSIBLE ? gains[n * parties + i] / ideal[i] : 1.0;
}

static void mark_nash(int64_t points, int64_t parties, const double *gains, const double *ideal, uint8_t *marks) {
    int64_t most = -1;
    double best = 0;
    for (int pass = 0; pass < 2; pass++)
        for (int64_t n = 0; n < points; n++) {
            int64_t gainers = 0;
            double product = 1.0;
            for (int64_t i = 0; i < parties; i++) {
                const double whole = ideal[i] > 0 ? ideal[i] : 1.0, gain = gains[n * parties + i];
                const int gaining = gain > CLEARLY * whole;
                gainers += gaining;
                product *= gaining ? gain / whole : 1.0;
            }
            if (pass) marks[n] = gainers == most && product >= best * (1.0 - EQUAL);
            else if (gainers > most) most = gainers, best = product;
            else if (gainers == most && product > best) best = product;
        }
}

static void mark_utilitarian(int64_t points, int64_t parties, const double *utilities, double *sums, uint8_t *marks) {
    double top = 0, largest = 0;
    for (int64_t n = 0; n < points; n++) {
        double sum = utilities[n * parties];
        for (int64_t i = 1; i < parties; i++) sum += utilities[n * parties + i];
        sums[n] = sum;
        if (n == 0 || sum > top) top = sum;
        if (size_of(sum) > largest) largest = size_of(sum);
    }
    for (int64_t n = 0; n < points; n++) marks[n] = sums[n] >= top - EQUAL * (largest > 1.0 ? largest : 1.0);
}

/* Of several marked points the one to show: by Kalai-Smorodinsky, then by the gains of the parties in order. */
static int64_t show(int64_t points, int64_t parties, const double *gains, const double *ideal, const int64_t *order,
                    const uint8_t *marks, double *scores, uint8_t *among) {
    int64_t tied = 0, found = -1;
    for (int64_t n = 0; n < points; n++)
        if (marks[n]) tied++, found = n;
    if (tied == 1) return found;
    memcpy(among, marks, (size_t)points);
    shares_of(points, parties, gains, ideal, scores);
    leximin(points, parties, scores, among);
    found = -1;
    for (int64_t n = 0; n < points; n++) {
        if (!among[n]) continue;
        int better = found < 0;
        for (int64_t k = 0; k < parties && !better; k++) {
            const double mine = gains[n * parties + order[k]], best = gains[found * parties + order[k]];
            if (mine < best) break;
            better = mine > best;
        }
        if (better) found = n;
    }
    return found;
}

int64_t zopa_solutions(int64_t points, int64_t parties, const double *gains, const double *utilities,
                       const double *ideal, const int64_t *order, uint8_t *marks, int64_t *shown) {
    double *scores = malloc((size_t)points * (size_t)(parties + 1) * sizeof *scores + (size_t)points);
    if (scores == NULL) return TOO_LARGE;
    uint8_t *among = (uint8_t *)(scores + points * (parties + 1));
    mark_nash(points, parties, gains, ideal, marks);
    memset(marks + points, 1, (size_t)(2 * points));
    shares_of(points, parties, gains, ideal, scores);
    leximin(points, parties, scores, marks + points);
    memcpy(scores, gains, (size_t)(points * parties) * sizeof *scores);
    leximin(points, parties, scores, marks + 2 * points);
    mark_utilitarian(points, parties, utilities, scores, marks + 3 * points);
    for (int64_t k = 0; k < 4; k++)
        shown[k] = show(points, parties, gains, ideal, order, marks + k * points, scores, among);
    return 0;
}
