/*
 * The model of blocsim once more, in plain C: a yardstick for speed and a check on the equations. It reads what
 * `blocsim run --dump-inputs` writes (src/site/markdown/inputs.md) and runs replicates on one thread, with the C library's exp, pow and log,
 * whose last bits differ from Java's StrictMath. Like the Java program it looks at the draw that times a decision before it weighs the
 * decision. It knows what most scenarios need: any number of blocs that do not shut each other out, decisions without objection, no
 * packages, no sponsor required, no capacity, no trade creation; it says so if there is more.
 *
 *     cc -O2 -o blocsim-c blocsim.c -lm && ./blocsim-c INPUTS REPLICATES [ENTRIES.csv]
 */
#include <math.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define NO_DAY INT32_MIN
#define NEVER INT32_MAX
#define RUNGS 8
#define OUTLOOK 5
#define PI 3.14159265358979323846

static void stop(const char *format, ...) {
    va_list args;
    va_start(args, format);
    vfprintf(stderr, format, args);
    va_end(args);
    fputc('\n', stderr);
    exit(1);
}

static void *room(size_t count, size_t size) {
    void *p = calloc(count ? count : 1, size);
    if (!p) stop("out of memory");
    return p;
}

#define NEW(type, count) ((type *) room((size_t) (count), sizeof(type)))

/* --- Reading: one row of a table at a time ------------------------------------------------------------------------------------- */

static const char *folder;
static FILE *table;
static char line[1 << 16];
static char *cell[32];

static int next_row(void) {
    if (!fgets(line, sizeof line, table)) {
        fclose(table);
        return 0;
    }
    line[strcspn(line, "\r\n")] = 0;
    int n = 0;
    char *p = line;
    while (p && n < 32) {
        cell[n++] = p;
        p = strchr(p, ',');
        if (p) *p++ = 0;
    }
    return 1;
}

static void open_table(const char *name) {
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    table = fopen(path, "r");
    if (!table) stop("%s cannot be read", path);
    next_row();
}

static int whole(int column, int otherwise) { return cell[column][0] ? atoi(cell[column]) : otherwise; }
static double number(int column) { return strtod(cell[column], NULL); }
static uint64_t hex(int column) { return strtoull(cell[column], NULL, 16); }

/* --- What a run reads ---------------------------------------------------------------------------------------------------------- */

typedef struct { double ideal, gdp, polyarchy, isolation, need, capital, threat, neutrality, concentration, size, reliance; int election, eu, us, in_eu, patron; } Figures;
typedef struct { int height, own_rule, months, from, until, into; double benefit, obligation, security; uint64_t key; } Rung;
typedef struct { int kind, rungs, from, until, prior; double years; int others[16], count; } Guard;
typedef struct { uint64_t key; int top, founded, notice, exit_months, guards, summits, *day; Rung rung[RUNGS]; Guard guard[32]; } Bloc;
typedef struct { int kind, bloc, other, rungs, from, until; double strength; } Fact;
typedef struct { int day, kind, bloc, state, rung; } Entry;
enum { GRIEVANCE, BACKING, COURTSHIP, WAR, ESTRANGED, SILENCED, TOUCHED, FACT_KINDS };
enum { PRIOR, MINIMUM, NOT_MEMBER, NO_WAR, RELATIONS };
enum { OUSTING, FOUNDING, MERGER, LEAVING, WITHDRAWAL, REQUEST, OFFER, SUMMIT, ENTERING };
enum { TRADE, BODIES, RIVAL, FRIEND, RELIANCE, PULL, RECORD, PAIRS };

static int N, B, T, usa = -1;
static uint64_t seed, *state_key;
static char (*code)[8];
static int *first_day, *end_day, *drifts, *near_in_all;
static double *tick_years, *world_gdp;
static Figures *figures;                      /* [tick][state] */
static Bloc *blocs;
static double *depth, *coop, *bloc_effort;    /* [tick][bloc] */
static double *pair[PAIRS];                   /* [tick][row][column] */
static uint8_t *askable_bits, *open_bits, *clash; /* [tick][bloc][state] */
static uint8_t **meeting_open;                /* [bloc][summit][state] */
static uint8_t *border;
static int **near_list, *near_count;
static Fact **facts;                          /* by state */
static int *fact_count;
static uint8_t *has_fact;                     /* [state][kind] */
static Entry *fixed;
static int fixed_count;
static int (*founder)[2], founders;
static int (*start)[8], starts;

static double p_rate, p_sharp, p_discount, p_face, p_effort[3], p_size, p_floor, w_part[6], c_regime, c_neutral, c_clash, p_boost, p_security;
static double u_base, u_align, u_regime, u_digest, u_sponsor, bloc_spread, summit_spread, p_stale, p_withdraw, p_lapse, o_base, o_shared, p_renew;
static double o_dispute, o_rival, o_friend, o_border, o_distance, o_regime, o_dilution, o_sponsor, o_trade, exit_rate, exit_cap;
static double f_rate, f_decay, f_cap, p_creation, drift, reversion;

static const struct { const char *name; double *at; } PARAMETERS[] = {
    {"requestRate", &p_rate}, {"choiceSharpness", &p_sharp}, {"discount", &p_discount}, {"face", &p_face},
    {"effortOutsider", &p_effort[0]}, {"effortPartner", &p_effort[1]}, {"effortObserver", &p_effort[2]}, {"size", &p_size},
    {"hopeFloor", &p_floor}, {"weightNetwork", &w_part[0]}, {"weightAlignment", &w_part[1]}, {"weightEconomy", &w_part[2]},
    {"weightStatus", &w_part[3]}, {"weightAutonomy", &w_part[4]}, {"weightPatrons", &w_part[5]}, {"costRegime", &c_regime},
    {"costNeutrality", &c_neutral}, {"costClash", &c_clash}, {"electionBoost", &p_boost}, {"securityShare", &p_security},
    {"agendaBase", &u_base}, {"agendaAlignment", &u_align}, {"agendaRegime", &u_regime}, {"agendaDigestion", &u_digest},
    {"agendaSponsor", &u_sponsor}, {"blocSpread", &bloc_spread}, {"summitSpread", &summit_spread}, {"staleYears", &p_stale},
    {"withdrawalRate", &p_withdraw}, {"lapseYears", &p_lapse}, {"objectionBase", &o_base}, {"objectionShared", &o_shared},
    {"stanceRenewal", &p_renew}, {"objectionDispute", &o_dispute}, {"objectionRival", &o_rival},
    {"objectionRivalsFriend", &o_friend}, {"objectionBorder", &o_border}, {"objectionDistance", &o_distance},
    {"objectionRegime", &o_regime}, {"objectionDilution", &o_dilution}, {"objectionSponsor", &o_sponsor},
    {"objectionTrade", &o_trade}, {"exitRate", &exit_rate}, {"exitCap", &exit_cap}, {"convergence", &f_rate},
    {"convergenceDecay", &f_decay}, {"convergenceCap", &f_cap}, {"tradeCreation", &p_creation}, {"drift", &drift},
    {"driftReversion", &reversion}};

static uint64_t k_request_time, k_request_target, k_withdrawn, k_exit, k_bloc, k_summit, k_agenda, k_renewal, k_angle, k_shared, k_own, k_drift;
static const struct { const char *name; uint64_t *at; } PURPOSES[] = {
    {"request_time", &k_request_time}, {"request_target", &k_request_target}, {"request_withdrawn", &k_withdrawn}, {"exit", &k_exit},
    {"bloc_readiness", &k_bloc}, {"summit_readiness", &k_summit}, {"agenda", &k_agenda}, {"stance_renewal", &k_renewal},
    {"stance_shared_angle", &k_angle}, {"stance_shared_size", &k_shared}, {"stance_own", &k_own}, {"drift", &k_drift}};

static int rows_of(const char *name) {
    int rows = 0;
    open_table(name);
    while (next_row()) rows++;
    return rows;
}

static void add_fact(int state, Fact fact) {
    facts[state] = realloc(facts[state], (size_t) (fact_count[state] + 1) * sizeof(Fact));
    facts[state][fact_count[state]++] = fact;
    has_fact[state * FACT_KINDS + fact.kind] = 1;
}

static int word(const char *text, const char *const *words, int count) {
    for (int n = 0; n < count; n++)
        if (!strcmp(text, words[n])) return n;
    stop("\"%s\" is not known here", text);
    return -1;
}

static int by_entry(const void *a, const void *b) {
    const Entry *x = a, *y = b;
    if (x->day != y->day) return x->day < y->day ? -1 : 1;
    if (x->kind != y->kind) return x->kind - y->kind;
    if (x->bloc != y->bloc) return x->bloc - y->bloc;
    return x->state != y->state ? x->state - y->state : x->rung - y->rung;
}

static void fix(int day, int kind, int bloc, int state, int rung) {
    if (day < first_day[0] || day >= end_day[T - 1]) return;
    fixed = realloc(fixed, (size_t) (fixed_count + 1) * sizeof(Entry));
    fixed[fixed_count++] = (Entry) {day, kind, bloc, state, rung};
}

static void read_all(void) {
    static const char *const FACTS[] = {"grievance", "backing", "courtship", "war", "estrangement", "silenced", "touched"};
    static const char *const GUARDS[] = {"prior-rung", "minimum-years", "not-member-of", "no-war", "relations"};
    static const char *const NAMES[] = {"trade", "bodies", "rival", "friend", "reliance", "pull", "record"};
    N = rows_of("states.csv");
    B = rows_of("blocs.csv");
    T = rows_of("ticks.csv");
    if (rows_of("exclusive.csv") || rows_of("packages.csv") || rows_of("capacity.csv"))
        stop("blocs that shut each other out, packages and capacities are not known here");
    open_table("run.csv");
    next_row();
    seed = strtoull(cell[0], NULL, 10);
    open_table("parameters.csv");
    while (next_row()) {
        for (size_t n = 0; n < sizeof PARAMETERS / sizeof *PARAMETERS; n++)
            if (!strcmp(cell[0], PARAMETERS[n].name)) *PARAMETERS[n].at = number(1);
    }
    if (p_creation > 0) stop("trade creation is not known here");
    open_table("streams.csv");
    while (next_row()) {
        for (size_t n = 0; n < sizeof PURPOSES / sizeof *PURPOSES; n++)
            if (!strcmp(cell[0], PURPOSES[n].name)) *PURPOSES[n].at = hex(1);
    }
    state_key = NEW(uint64_t, N);
    code = room((size_t) N, 8);
    near_in_all = NEW(int, N);
    open_table("states.csv");
    while (next_row()) {
        int i = whole(0, 0);
        snprintf(code[i], 8, "%s", cell[1]);
        state_key[i] = hex(2);
        near_in_all[i] = whole(3, 0);
        if (whole(4, 0)) usa = i;
    }
    first_day = NEW(int, T), end_day = NEW(int, T), drifts = NEW(int, T), tick_years = NEW(double, T), world_gdp = NEW(double, T);
    open_table("ticks.csv");
    for (int k = 0; next_row(); k++) {
        first_day[k] = whole(1, 0), end_day[k] = whole(2, 0), tick_years[k] = number(3), drifts[k] = whole(4, 0), world_gdp[k] = number(5);
    }
    figures = NEW(Figures, T * N);
    open_table("figures.csv");
    while (next_row()) {
        figures[whole(0, 0) * N + whole(1, 0)] = (Figures) {
            .ideal = number(2), .gdp = number(3), .polyarchy = number(4), .isolation = number(5), .need = number(6), .capital = number(7),
            .threat = number(8), .neutrality = number(9), .concentration = number(10), .size = number(11), .election = whole(12, 0),
            .eu = whole(13, 0), .us = whole(14, 0), .in_eu = whole(15, 0), .patron = whole(16, -1), .reliance = number(17)};
    }
    blocs = NEW(Bloc, B);
    open_table("blocs.csv");
    while (next_row()) {
        Bloc *bloc = &blocs[whole(0, 0)];
        bloc->key = hex(2), bloc->founded = whole(3, NO_DAY), bloc->notice = whole(4, 0), bloc->exit_months = whole(5, 0);
    }
    open_table("rungs.csv");
    while (next_row()) {
        Bloc *bloc = &blocs[whole(0, 0)];
        int r = whole(1, 0);
        if (r >= RUNGS) stop("too many rungs");
        if (r > bloc->top) bloc->top = r;
        bloc->rung[r] = (Rung) {.key = hex(3), .height = whole(4, 0), .benefit = number(5), .obligation = number(6),
            .security = cell[7][0] ? number(7) : NAN, .own_rule = whole(8, 0), .months = whole(9, 0),
            .from = whole(10, NO_DAY), .until = whole(11, NEVER), .into = whole(12, 0)};
    }
    open_table("admission.csv");
    while (next_row()) {
        if (strcmp(cell[3], "no-objection") && strcmp(cell[3], "unanimity")) stop("the rule %s is not known here", cell[3]);
        if (whole(4, 0)) stop("a required sponsor is not known here");
    }
    depth = NEW(double, T * B), coop = NEW(double, T * B), bloc_effort = NEW(double, T * B);
    open_table("bloc_ticks.csv");
    while (next_row()) {
        int at = whole(0, 0) * B + whole(1, 0);
        depth[at] = number(2), coop[at] = number(3), bloc_effort[at] = number(4);
    }
    open_table("gates.csv");
    while (next_row()) {
        Bloc *bloc = &blocs[whole(0, 0)];
        if (bloc->guards == 32) stop("too many gates");
        Guard *guard = &bloc->guard[bloc->guards++];
        *guard = (Guard) {.kind = word(cell[2], GUARDS, 5), .rungs = whole(3, 0), .from = whole(4, NO_DAY), .until = whole(5, NEVER),
            .prior = whole(6, 0), .years = number(7)};
        for (char *p = strtok(cell[8], " "); p && guard->count < 16; p = strtok(NULL, " ")) guard->others[guard->count++] = atoi(p);
    }
    for (int f = 0; f < PAIRS; f++) pair[f] = NEW(double, (size_t) T * (f < PULL ? N : B) * N);
    open_table("pairs.csv");
    while (next_row()) {
        int f = word(cell[0], NAMES, PAIRS), rows = f < PULL ? N : B;
        for (int k = whole(1, 0); k < whole(2, 0); k++) pair[f][((size_t) k * rows + whole(3, 0)) * N + whole(4, 0)] = number(5);
    }
    askable_bits = NEW(uint8_t, T * B * N), open_bits = NEW(uint8_t, T * B * N), clash = NEW(uint8_t, T * B * N);
    open_table("cells.csv");
    while (next_row()) {
        int at = (whole(0, 0) * B + whole(1, 0)) * N + whole(2, 0);
        askable_bits[at] = whole(3, 0), open_bits[at] = whole(4, 0), clash[at] = whole(5, 0);
    }
    open_table("summits.csv");
    while (next_row()) {
        Bloc *bloc = &blocs[whole(0, 0)];
        bloc->day = realloc(bloc->day, (size_t) (bloc->summits + 1) * sizeof(int));
        bloc->day[bloc->summits++] = whole(2, 0);
        fix(whole(2, 0), SUMMIT, whole(0, 0), 0, 0);
    }
    meeting_open = NEW(uint8_t *, B);
    for (int b = 0; b < B; b++) meeting_open[b] = NEW(uint8_t, blocs[b].summits * N);
    open_table("summit_gates.csv");
    while (next_row()) meeting_open[whole(0, 0)][whole(1, 0) * N + whole(2, 0)] = whole(3, 0);
    border = NEW(uint8_t, N * N), near_list = NEW(int *, N), near_count = NEW(int, N);
    for (int i = 0; i < N; i++) near_list[i] = NEW(int, N);
    open_table("geography.csv");
    while (next_row()) {
        int i = whole(0, 0), j = whole(1, 0);
        if (whole(2, 0)) near_list[i][near_count[i]++] = j;
        border[i * N + j] = whole(3, 0);
    }
    facts = NEW(Fact *, N), fact_count = NEW(int, N), has_fact = NEW(uint8_t, N * FACT_KINDS);
    open_table("facts.csv");
    while (next_row())
        add_fact(whole(2, 0), (Fact) {word(cell[0], FACTS, FACT_KINDS), whole(1, -1), whole(3, -1), whole(4, 0), whole(6, 0), whole(7, NEVER), number(5)});
    founder = room((size_t) rows_of("agenda.csv"), sizeof *founder);
    open_table("agenda.csv");
    while (next_row()) {
        if (!strcmp(cell[1], "founder")) {
            founder[founders][0] = whole(2, 0), founder[founders++][1] = whole(3, 0);
        } else {
            fix(whole(0, 0), strcmp(cell[1], "offer") ? OUSTING : OFFER, whole(2, 0), whole(3, 0), whole(4, 0));
        }
    }
    starts = rows_of("start.csv");
    start = room((size_t) starts, sizeof *start);
    open_table("start.csv");
    for (int n = 0; next_row(); n++)
        for (int c = 0; c < 8; c++) start[n][c] = whole(c, 0);
    for (int b = 0; b < B; b++) {
        if (blocs[b].founded != NO_DAY) fix(blocs[b].founded, FOUNDING, b, 0, 0);
        for (int r = 1; r <= blocs[b].top; r++)
            if (blocs[b].rung[r].until != NEVER) fix(blocs[b].rung[r].until, MERGER, b, 0, r);
    }
    qsort(fixed, (size_t) fixed_count, sizeof *fixed, by_entry);
}

/* --- Draws ---------------------------------------------------------------------------------------------------------------------- */

#define GOLDEN UINT64_C(0x9E3779B97F4A7C15)
static uint64_t base;

static uint64_t mix(uint64_t z) {
    z += GOLDEN;
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return z ^ (z >> 31);
}

static double uniform(uint64_t purpose, uint64_t a, uint64_t b, uint64_t c, uint64_t d) {
    uint64_t hash = mix(base ^ purpose);
    hash = mix(hash ^ (a + GOLDEN));
    hash = mix(hash ^ (b + GOLDEN));
    hash = mix(hash ^ (c + GOLDEN));
    hash = mix(hash ^ (d + GOLDEN));
    return ((double) (hash >> 11) + 0.5) * 0x1p-53;
}

static uint64_t prefix(uint64_t purpose, uint64_t a, uint64_t b) {
    return mix(mix(mix(base ^ purpose) ^ (a + GOLDEN)) ^ (b + GOLDEN));
}

static double uniform_of(uint64_t prefix, uint64_t key) {
    return ((double) (mix(prefix ^ (key + GOLDEN)) >> 11) + 0.5) * 0x1p-53;
}

static double exponential(uint64_t purpose, uint64_t a, uint64_t b, uint64_t c, uint64_t d) {
    return -log(uniform(purpose, a, b, c, d));
}

/* Wichura (1988), Algorithm AS 241, PPND16. */
static double poly(const double *c, double x) {
    double sum = 0;
    for (int k = 7; k >= 0; k--) sum = sum * x + c[k];
    return sum;
}

static double quantile(double p) {
    static const double A[] = {3.3871328727963666080, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125,
        45921.953931549871457, 67265.770927008700853, 33430.575583588128105, 2509.0809287301226727};
    static const double AB[] = {1, 42.313330701600911252, 687.18700749205790830, 5394.1960214247511077, 21213.794301586595867,
        39307.895800092710610, 28729.085735721942674, 5226.4952788528545610};
    static const double M[] = {1.42343711074968357734, 4.63033784615654529590, 5.76949722146069140550, 3.64784832476320460504,
        1.27045825245236838258, 0.241780725177450611770, 0.0227238449892691845833, 7.74545014278341407640e-4};
    static const double MB[] = {1, 2.05319162663775882187, 1.67638483018380384940, 0.689767334985100004550, 0.148103976427480074590,
        0.0151986665636164571966, 5.47593808499534494600e-4, 1.05075007164441684324e-9};
    static const double E[] = {6.65790464350110377720, 5.46378491116411436990, 1.78482653991729133580, 0.296560571828504891230,
        0.0265321895265761230930, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7};
    static const double EB[] = {1, 0.599832206555887937690, 0.136929880922735805310, 0.0148753612908506148525,
        7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15};
    double q = p - 0.5;
    if (fabs(q) <= 0.425) {
        double r = 0.180625 - q * q;
        return q * poly(A, r) / poly(AB, r);
    }
    double r = sqrt(-log(q < 0 ? p : 1 - p));
    double size = r <= 5 ? poly(M, r - 1.6) / poly(MB, r - 1.6) : poly(E, r - 5) / poly(EB, r - 5);
    return q < 0 ? -size : size;
}

static double within(double rate, double years) { return -expm1(-rate * years); }
static double wait_for(double rate, double u) { return -log1p(-u) / rate; }

/* --- What a run writes ----------------------------------------------------------------------------------------------------------- */

typedef struct { double benefits, cost, security, affinity; int day; } Worth;

static int tick, is_day;
static uint8_t *rung, *asked, *approved;
static int *since, *asked_day, *entry_day, *exit_day, *looked, *renewed_day;
static double *weight, *near_heights, *entry_value;
static uint8_t *entry_rung;
static int **member, *members;
static double *gdp, *squares, *mean_regime;
static int **entrances, *entrance_count;
static double *ideal, *drifted, *bonus, *gap, *benefit, *record;
static uint8_t *is_parted;
static int (*parted)[2], parted_count;
static Worth *worth;
static double *chance;                        /* [cell][rung] */
static int *chance_day;
static double *bloc_ready, *digest;
static Entry *diary;
static int diary_next, diary_end;
static int *next_summit;
static double alpha, renewed[OUTLOOK], *common, *powered, *noise, discounted[64][RUNGS];
static uint8_t *objects;
static uint32_t *entries;                     /* by state: entries of the replicate */
static uint64_t weighings, steps, approvals;

static double years_between(int from, int to) { return (to - from) / 365.25; }
static int cell_of(int b, int i) { return b * N + i; }
static Figures *fig(int i) { return &figures[tick * N + i]; }
static double pair_of(int f, int row, int column) { return pair[f][((size_t) tick * (f < PULL ? N : B) + row) * N + column]; }

static void note(int day, int kind, int b, int i, int r) {
    Entry e = {day, kind, b, i, r};
    int at = diary_end++;
    while (at > diary_next && by_entry(&e, &diary[at - 1]) < 0) {
        diary[at] = diary[at - 1];
        at--;
    }
    diary[at] = e;
}

static int day_after(int day, double years) {
    double days = years / tick_years[tick] * (end_day[tick] - first_day[tick]);
    return days < end_day[tick] - day ? day + (int) days : end_day[tick];
}

static int day_in_tick(double years) {
    int length = end_day[tick] - first_day[tick];
    double days = years / tick_years[tick] * length;
    return first_day[tick] + (days < length - 1 ? (int) days : length - 1);
}

/* Howard Hinnant's days_from_civil and back, in the proleptic Gregorian calendar. */
static int days_from(int y, int m, int d) {
    y -= m <= 2;
    int era = (y >= 0 ? y : y - 399) / 400, yoe = y - era * 400;
    int doy = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
    return era * 146097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719468;
}

static int plus_months(int day, int months) {
    int z = day + 719468, era = (z >= 0 ? z : z - 146096) / 146097, doe = z - era * 146097;
    int yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365, doy = doe - (365 * yoe + yoe / 4 - yoe / 100), mp = (5 * doy + 2) / 153;
    int d = doy - (153 * mp + 2) / 5 + 1, m = mp + (mp < 10 ? 3 : -9), y = yoe + era * 400 + (m <= 2);
    int total = y * 12 + m - 1 + months;
    y = total / 12, m = total % 12 + 1;
    int last = days_from(m == 12 ? y + 1 : y, m == 12 ? 1 : m + 1, 1) - days_from(y, m, 1);
    return days_from(y, m, d < last ? d : last);
}

static double alignment(int i, int j) {
    double a = 1 - fabs(ideal[i] - ideal[j]) / 2 + bonus[i * N + j];
    return a > 1 ? 1 : a < -1 ? -1 : a;
}

static void weigh_bloc(int b) {
    memset(weight + b * N, 0, (size_t) N * sizeof(double));
    double total = 0, regimes = 0, sum = 0;
    for (int n = 0; n < members[b]; n++) total += fig(member[b][n])->gdp, regimes += fig(member[b][n])->polyarchy;
    for (int n = 0; n < members[b]; n++) {
        double share = total > 0 ? fig(member[b][n])->gdp / total : 1.0 / members[b];
        weight[cell_of(b, member[b][n])] = share;
        sum += share * share;
    }
    gdp[b] = total, squares[b] = sum, mean_regime[b] = members[b] ? regimes / members[b] : 0;
}

static double height(int b, int r) { return r ? blocs[b].rung[r].height / 3.0 : 0; }

static void add_near(int b, int i) {
    double sum = 0;
    for (int n = 0; n < near_count[i]; n++) sum += height(b, rung[cell_of(b, near_list[i][n])]);
    near_heights[cell_of(b, i)] = sum;
}

static void count_members(int b) {
    members[b] = 0;
    for (int i = 0; i < N; i++)
        if (rung[cell_of(b, i)] == blocs[b].top) member[b][members[b]++] = i;
}

static void put(int b, int i, int r, int day) {
    rung[cell_of(b, i)] = (uint8_t) r;
    since[cell_of(b, i)] = day;
    count_members(b);
    for (int n = 0; n < near_count[i]; n++) add_near(b, near_list[i][n]);
    weigh_bloc(b);
}

static double digestion(int b, int day) {
    int n = entrance_count[b];
    while (n > 0 && years_between(entrances[b][n - 1], day) < 3) n--;
    return members[b] ? (double) (entrance_count[b] - n) / members[b] : 0;
}

static void enters(int b, int day) {
    if (entrance_count[b] % 64 == 0)
        entrances[b] = realloc(entrances[b], (size_t) (entrance_count[b] + 64) * sizeof(int));
    entrances[b][entrance_count[b]++] = day;
}

static double courtship(int sponsor, int state, int day) {
    double sum = 0;
    for (int n = 0; n < fact_count[state]; n++) {
        const Fact *f = &facts[state][n];
        if (f->kind == COURTSHIP && f->other == sponsor && f->from <= day && day < f->until) sum += f->strength;
    }
    return sum;
}

static double min(double a, double b) { return a < b ? a : b; }
static double regime_gap(double r, double mean) { return min(1, fabs(r - mean) / 0.5); }

static void weigh_up(int b, int i) {
    int at = cell_of(b, i), others = 0;
    Worth *w = &worth[at];
    const Figures *own = fig(i);
    w->day = is_day;
    weighings++;
    if (!members[b]) {
        w->benefits = w->security = w->cost = w->affinity = 0;
        return;
    }
    int courted = has_fact[i * FACT_KINDS + COURTSHIP], isolated = own->eu || own->us;
    double first = 0, second = 0, third = 0, align = 0, stake = 0, reach = 0, overlap = 0;
    const double *bodies = &pair[BODIES][((size_t) tick * N + i) * N], *trade = &pair[TRADE][((size_t) tick * N + i) * N];
    for (int n = 0; n < members[b]; n++) {
        int j = member[b][n];
        if (j == i) continue;
        others++;
        steps++;
        double shared = bodies[j];
        if (shared > first) third = second, second = first, first = shared;
        else if (shared > second) third = second, second = shared;
        else if (shared > third) third = shared;
        double share = weight[cell_of(b, j)], a = alignment(i, j);
        align += share * a;
        stake += trade[j];
        reach += share * fig(j)->capital * (courted ? 1 + courtship(j, i, is_day) : 1) * (1 + a) / 2;
        if (isolated && ((own->eu && fig(j)->in_eu) || (own->us && j == usa))) overlap += share;
    }
    double mine = weight[at], rest = 1 - mine;
    if (mine > 0 && rest > 0) align /= rest;
    double patron = own->patron < 0 ? 0 : weight[cell_of(b, own->patron)];
    int k = tick * B + b;
    w->affinity = (1 + align) / 2;
    double security = min(1 - w->affinity, p_security * own->threat * coop[k]);
    double part[10] = {
        others ? (first + second + third) / (2 * (others < 3 ? others : 3)) : 0,
        near_in_all[i] ? near_heights[at] / (2 * near_in_all[i]) : 0,
        w->affinity,
        security,
        stake / 2,
        own->need * min(1, reach) / 2,
        min(1, sqrt(gdp[b] / world_gdp[tick]) * (0.5 + 0.5 * (1 - own->polyarchy)) * (1 + (own->election ? p_boost : 0))),
        own->isolation * (1 - overlap) / 2,
        own->concentration * own->reliance * (1 - patron) * (1 - squares[b]) / 2,
        pair_of(PULL, b, i)};
    static const int MOTIVE[] = {0, 0, 1, 1, 2, 2, 3, 4, 4, 5};
    double sum = 0;
    for (int n = 0; n < 10; n++) sum += w_part[MOTIVE[n]] * part[n];
    w->benefits = sum;
    w->security = w_part[1] * security;
    w->cost = c_regime * depth[k] * regime_gap(own->polyarchy, mean_regime[b]) + (coop[k] > 0 ? c_neutral * own->neutrality : 0)
        + (clash[(tick * B + b) * N + i] ? c_clash : 0);
}

static double value(int b, int i, int r) {
    if (!r) return 0;
    Worth *w = &worth[cell_of(b, i)];
    if (w->day != is_day) weigh_up(b, i);
    const Rung *of = &blocs[b].rung[r];
    double v = of->benefit * w->benefits - of->obligation * w->cost;
    return isnan(of->security) ? v : v + (of->security - of->benefit) * w->security;
}

static double gain(int b, int i, int r) {
    double there = value(b, i, r);
    return there - value(b, i, rung[cell_of(b, i)]);
}

static double affinity(int b, int i) {
    Worth *w = &worth[cell_of(b, i)];
    if (w->day != is_day) weigh_up(b, i);
    return w->affinity;
}

static int at_odds(int kind, int b, int i, int day) {
    for (int n = 0; n < fact_count[i]; n++) {
        const Fact *f = &facts[i][n];
        if (f->kind == kind && f->from <= day && day < f->until && rung[cell_of(b, f->other)] == blocs[b].top) return 1;
    }
    return 0;
}

static int passes_guard(const Guard *g, int b, int i, int day) {
    int at = cell_of(b, i);
    switch (g->kind) {
        case PRIOR: return g->prior >> rung[at] & 1;
        case MINIMUM: return rung[at] > 0 && years_between(since[at], day) >= g->years;
        case NOT_MEMBER:
            for (int n = 0; n < g->count; n++)
                if (rung[cell_of(g->others[n], i)] == blocs[g->others[n]].top) return 0;
            return 1;
        default: return !at_odds(g->kind == NO_WAR ? WAR : ESTRANGED, b, i, day);
    }
}

static int shut(int b, int i, int day, int asking) {
    int bits = 0;
    for (int n = 0; n < blocs[b].guards; n++) {
        const Guard *g = &blocs[b].guard[n];
        if (g->from <= day && day < g->until && (!asking || g->kind <= MINIMUM) && !passes_guard(g, b, i, day)) bits |= g->rungs;
    }
    return bits;
}

static int may_ask(int b, int i) {
    int held = rung[cell_of(b, i)], above = askable_bits[(tick * B + b) * N + i] >> (held + 1) << (held + 1);
    return above ? above & ~shut(b, i, is_day, 1) : 0;
}

static double resolve(int b, int i, const Fact *f, int day) {
    (void) i;
    return f->kind == BACKING && f->bloc == b && f->from <= day && day < f->until ? f->strength : 0;
}

static double log_odds(int b, int i, int day, double digested) {
    double most = 0;
    for (int n = 0; n < fact_count[i]; n++) {
        double r = resolve(b, i, &facts[i][n], day);
        if (r > most) most = r;
    }
    return u_base + u_align * affinity(b, i) - u_regime * regime_gap(fig(i)->polyarchy, mean_regime[b]) - u_digest * digested + u_sponsor * most;
}

static double stance(int b, int i, int j, int day) {
    double distance = (1 - alignment(i, j)) / 2 - 0.25, relied = 0;
    for (int n = 0; n < fact_count[i]; n++) {
        double r = resolve(b, i, &facts[i][n], day);
        if (r > 0) relied += pair_of(RELIANCE, j, facts[i][n].other) * r;
    }
    double sum = o_base;
    sum += pair_of(RIVAL, i, j) != 0 ? o_rival : 0;
    sum += o_friend * pair_of(FRIEND, j, i);
    sum += border[i * N + j] ? o_border : 0;
    sum += o_distance * (distance > 0 ? distance : 0);
    sum += o_regime * depth[tick * B + b] * fabs(fig(i)->polyarchy - fig(j)->polyarchy);
    sum += -o_sponsor * relied;
    sum += -o_trade * pair_of(TRADE, j, i);
    return sum;
}

static double dispute(int b, int i, int j, int r, int day) {
    double most = 0;
    for (int n = 0; n < fact_count[i]; n++) {
        const Fact *f = &facts[i][n];
        if (f->kind == GRIEVANCE && f->other == j && f->bloc == b && f->rungs >> r & 1 && f->from <= day && day < f->until && f->strength > most)
            most = f->strength;
    }
    return o_dispute * most;
}

static double dilution(int b, int i, int j) {
    double all = gdp[b] + fig(i)->gdp;
    return all <= 0 ? 0 : o_dilution * weight[cell_of(b, j)] * fig(i)->gdp / all;
}

static int silenced(int b, int j, int day) {
    if (!has_fact[j * FACT_KINDS + SILENCED]) return 0;
    for (int n = 0; n < fact_count[j]; n++) {
        const Fact *f = &facts[j][n];
        if (f->kind == SILENCED && f->bloc == b && f->from <= day && day < f->until) return 1;
    }
    return 0;
}

static double approved_within(double u, double passes) {
    double sum = 0, untouched = 1, stopped[OUTLOOK];
    for (int n = 0; n < OUTLOOK; n++) {
        sum += untouched * u * passes;
        stopped[n] = untouched * u * (1 - passes);
        untouched *= 1 - u;
        for (int s = 0; s < n; s++) {
            double again = stopped[s] * u;
            sum += again * renewed[n - s] * passes;
            stopped[n] += again * (1 - renewed[n - s] * passes);
            stopped[s] -= again;
        }
    }
    return sum;
}

static void look_ahead(int b, int i) {
    int at = cell_of(b, i), day = is_day;
    double *out = &chance[at * RUNGS];
    memset(out, 0, RUNGS * sizeof(double));
    chance_day[at] = day;
    if (asked[at] || approved[at] || !members[b]) return;
    int open = may_ask(b, i) & open_bits[(tick * B + b) * N + i];
    if (open) open &= ~shut(b, i, day, 0);
    int disputed = has_fact[i * FACT_KINDS + GRIEVANCE];
    double u = NAN, undisputed = NAN;
    for (int r = rung[at] + 1; r <= blocs[b].top; r++) {
        if (!(open >> r & 1)) continue;
        if (isnan(u)) {
            u = 1 / (1 + exp(-(log_odds(b, i, day, digest[b]) + bloc_ready[b])));
            for (int n = 0; n < members[b]; n++) common[n] = stance(b, i, member[b][n], day);
        }
        int full = blocs[b].rung[r].height == 3, alike = !disputed && !full && !blocs[b].rung[r].own_rule;
        if (alike && !isnan(undisputed)) {
            out[r] = undisputed;
            continue;
        }
        double sum = 0;
        approvals++;
        for (int n = 0; n < members[b]; n++) {
            int j = member[b][n];
            if (!silenced(b, j, day)) sum += exp((common[n] + dispute(b, i, j, r, day) + (full ? dilution(b, i, j) : 0)) / alpha);
        }
        out[r] = approved_within(u, exp(-(sum <= 0 ? 0 : pow(sum, alpha))));
        if (alike) undisputed = out[r];
    }
}

/* --- The phases of a tick ----------------------------------------------------------------------------------------------------------- */

static void ask(int at, int r, int day) {
    asked[at] = (uint8_t) r;
    asked_day[at] = day;
    if (looked[at * RUNGS + r] == NO_DAY) looked[at * RUNGS + r] = day;
}

static void begin(int replicate) {
    int cells = B * N;
    base = mix(mix(seed + GOLDEN) ^ (GOLDEN * ((uint64_t) replicate + 1)));
    memset(rung, 0, (size_t) cells), memset(asked, 0, (size_t) cells), memset(approved, 0, (size_t) cells), memset(entry_rung, 0, (size_t) cells);
    memset(benefit, 0, (size_t) cells * sizeof(double)), memset(record, 0, (size_t) cells * sizeof(double));
    memset(drifted, 0, (size_t) N * sizeof(double));
    for (int c = 0; c < cells; c++) {
        since[c] = asked_day[c] = entry_day[c] = exit_day[c] = worth[c].day = chance_day[c] = NO_DAY;
        for (int r = 0; r < RUNGS; r++) looked[c * RUNGS + r] = renewed_day[c * RUNGS + r] = NO_DAY;
    }
    for (int n = 0; n < parted_count; n++) {
        int i = parted[n][0], j = parted[n][1];
        bonus[i * N + j] = bonus[j * N + i] = 0;
        is_parted[i * N + j] = is_parted[j * N + i] = 0;
    }
    parted_count = 0;
    for (int n = 0; n < starts; n++) {
        int at = cell_of(start[n][0], start[n][1]);
        rung[at] = (uint8_t) start[n][2], since[at] = start[n][3], approved[at] = (uint8_t) start[n][4], entry_day[at] = start[n][5];
        if (start[n][6]) ask(at, start[n][6], start[n][7]);
    }
    for (int b = 0; b < B; b++) {
        entrance_count[b] = next_summit[b] = 0;
        for (int i = 0; i < N; i++) add_near(b, i);
        count_members(b);
        for (int n = 0; n < starts; n++) {
            int day = start[n][3], merged = 0;
            for (int r = 1; r <= blocs[b].top; r++) merged |= blocs[b].rung[r].until == day;
            if (start[n][0] == b && day < first_day[0] && (blocs[b].founded == NO_DAY || day > blocs[b].founded) && !merged) enters(b, day);
        }
        for (int x = 1; x < entrance_count[b]; x++)
            for (int y = x; y > 0 && entrances[b][y - 1] > entrances[b][y]; y--) {
                int swap = entrances[b][y];
                entrances[b][y] = entrances[b][y - 1], entrances[b][y - 1] = swap;
            }
        bloc_ready[b] = bloc_spread * quantile(uniform(k_bloc, blocs[b].key, 0, 0, 0));
    }
    memset(entries, 0, (size_t) N * sizeof *entries);
}

static void perceive(void) {
    double years = tick_years[tick];
    double kept = years == 1 ? 1 - reversion : pow(1 - reversion, years), spread = drift * sqrt(years);
    for (int i = 0; i < N; i++) {
        if (drift > 0 && drifts[tick]) drifted[i] = kept * drifted[i] + spread * quantile(uniform(k_drift, state_key[i], (uint64_t) (int64_t) is_day, 0, 0));
        ideal[i] = fig(i)->ideal + drifted[i];
    }
    for (int b = 0; b < B; b++) weigh_bloc(b), digest[b] = digestion(b, is_day);
    for (int b = 0; b < B; b++) {
        for (int i = 0; i < N; i++) {
            int at = cell_of(b, i);
            if (asked[at] || approved[at]) affinity(b, i);
            if (entry_rung[at] != rung[at] && members[b]) {
                entry_rung[at] = rung[at];
                entry_value[at] = value(b, i, rung[at]);
            }
        }
    }
    for (int n = diary_next; n < diary_end; n++)
        if (diary[n].kind == OFFER) affinity(diary[n].bloc, diary[n].state);
}

static void forget(int at) {
    asked[at] = 0;
    asked_day[at] = NO_DAY;
}

static void exits(void) {
    double years = tick_years[tick], most = within(exit_rate * exit_cap, years);
    int end = end_day[tick];
    for (int b = 0; b < B; b++) {
        uint64_t key = prefix(k_exit, blocs[b].key, (uint64_t) (int64_t) is_day);
        for (int i = 0; i < N; i++) {
            int at = cell_of(b, i);
            if (approved[at] && entry_day[at] < end) note(entry_day[at] > is_day ? entry_day[at] : is_day, ENTERING, b, i, approved[at]);
            if (exit_day[at] != NO_DAY && exit_day[at] < end) note(exit_day[at], LEAVING, b, i, 0);
            if (rung[at] && exit_day[at] == NO_DAY && members[b]) {
                double draw = uniform_of(key, state_key[i]);
                if (draw < most) {
                    double rate = exit_rate * min(exit_cap, exp(entry_value[at] - value(b, i, rung[at])));
                    if (rate > 0 && draw < within(rate, years)) {
                        exit_day[at] = plus_months(day_in_tick(wait_for(rate, draw)), blocs[b].exit_months);
                        if (exit_day[at] < end) note(exit_day[at], LEAVING, b, i, 0);
                    }
                }
            }
            if (asked[at]) {
                if (years_between(asked_day[at], is_day) > p_lapse) {
                    forget(at);
                } else {
                    double draw = uniform(k_withdrawn, blocs[b].key, state_key[i], (uint64_t) (int64_t) is_day, 0);
                    if (p_withdraw > 0 && draw < within(p_withdraw, years))
                        note(day_in_tick(wait_for(p_withdraw, draw)), WITHDRAWAL, b, i, asked[at]);
                }
            }
        }
    }
}

static void weigh_request(int b, int i, double draw, double years) {
    int at = cell_of(b, i), held = rung[at], count = 0, choice[RUNGS];
    int bits = members[b] ? may_ask(b, i) : 0;
    double gains[RUNGS], p[RUNGS], best = -INFINITY;
    if (!bits) return;
    int h = held ? blocs[b].rung[held].height : 0;
    double hurdle = p_effort[h > 2 ? 2 : h] + bloc_effort[tick * B + b] - p_size * fig(i)->size;
    for (int r = held + 1; r <= blocs[b].top; r++) {
        if (!(bits >> r & 1)) continue;
        gains[count] = discounted[b][r] * gain(b, i, r) + p_face;
        int hopes = gains[count] > 0 && open_bits[(tick * B + b) * N + i] >> r & 1;
        double eta = p_sharp * ((p_floor + (1 - p_floor) * hopes) * gains[count] - p_face - hurdle);
        if (eta > best) best = eta;
        choice[count++] = r;
    }
    /* Nobody asks whom even certain approval would not bring to ask. */
    if (!count || exp(best) < draw / (p_rate * years * count)) return;
    if (chance_day[at] != is_day) look_ahead(b, i);
    double largest = 0, sum, asks = 0;
    for (int n = 0; n < count; n++) {
        p[n] = (p_floor + (1 - p_floor) * chance[at * RUNGS + choice[n]]) * gains[n] - p_face - hurdle;
        if (p_sharp * p[n] > largest) largest = p_sharp * p[n];
    }
    sum = exp(-largest);
    for (int n = 0; n < count; n++) sum += p[n] = exp(p_sharp * p[n] - largest);
    for (int n = 0; n < count; n++) asks += p[n] /= sum;
    if (asks <= 0 || draw >= within(p_rate * asks, years)) return;
    double target = asks * uniform(k_request_target, blocs[b].key, state_key[i], (uint64_t) (int64_t) is_day, 0);
    int n = 0;
    while (n < count - 1 && target >= p[n]) target -= p[n++];
    note(day_in_tick(wait_for(p_rate * asks, draw)), REQUEST, b, i, choice[n]);
}

static void requests(void) {
    double years = tick_years[tick], surest = within(p_rate, years);
    for (int b = 0; b < B; b++) {
        uint64_t key = prefix(k_request_time, blocs[b].key, (uint64_t) (int64_t) is_day);
        for (int i = 0; i < N; i++) {
            int at = cell_of(b, i);
            double draw = uniform_of(key, state_key[i]);
            if (draw < surest && !asked[at] && !approved[at] && exit_day[at] == NO_DAY) weigh_request(b, i, draw, years);
        }
    }
}

static void vote(int b, int i, int r, int day) {
    int at = cell_of(b, i), same = at * RUNGS + r, touched = 0, stopped = 0;
    for (int n = 0; n < members[b]; n++) {
        int j = member[b][n];
        double full = blocs[b].rung[r].height == 3 ? dilution(b, i, j) : 0;
        double common_part = stance(b, i, j, day), against = dispute(b, i, j, r, day);
        powered[n] = silenced(b, j, day) ? 0 : exp((common_part + against + full) / alpha);
    }
    for (int m = -1; m < members[b] && !touched; m++) {
        int who = m < 0 ? i : member[b][m];
        for (int n = 0; n < fact_count[who]; n++)
            touched |= facts[who][n].kind == TOUCHED && facts[who][n].from > looked[same] && facts[who][n].from <= day;
    }
    if (uniform(k_renewal, blocs[b].key, state_key[i], (uint64_t) (int64_t) day, 0) < within(p_renew, years_between(looked[same], day)) || touched)
        renewed_day[same] = day;
    looked[same] = day;
    uint64_t epoch = (uint64_t) (int64_t) renewed_day[same], rk = blocs[b].rung[r].key, sought = state_key[i] ^ (rk << 17 | rk >> 47);
    double shared = 1;
    if (alpha != 1) {
        double angle = PI * uniform(k_angle, blocs[b].key, sought, epoch, 0), size = exponential(k_shared, blocs[b].key, sought, epoch, 0);
        shared = sin(alpha * angle) / pow(sin(angle), 1 / alpha) * pow(sin((1 - alpha) * angle) / size, (1 - alpha) / alpha);
    }
    for (int n = 0; n < members[b]; n++)
        stopped |= exponential(k_own, blocs[b].key, sought, epoch, state_key[member[b][n]]) < shared * powered[n];
    if (!stopped) {
        forget(at);
        approved[at] = (uint8_t) r;
        entry_day[at] = plus_months(day, blocs[b].rung[r].months);
        if (entry_day[at] < end_day[tick]) note(entry_day[at], ENTERING, b, i, r);
    }
}

static void meet(int b, int summit, int day) {
    static int *candidate, room_for;
    static double *odds;
    static uint8_t *open;
    if (room_for < N) candidate = NEW(int, N), odds = NEW(double, N), open = NEW(uint8_t, N), room_for = N;
    if (!members[b]) return;
    double ready = bloc_ready[b] + summit_spread * quantile(uniform(k_summit, blocs[b].key, (uint64_t) (int64_t) day, 0, 0));
    double digested = digestion(b, day);
    int count = 0;
    for (int i = 0; i < N; i++) {
        int at = cell_of(b, i), r = asked[at];
        if (r && asked_day[at] + blocs[b].notice <= day) {
            candidate[count] = i;
            open[count] = (meeting_open[b][summit * N + i] & ~shut(b, i, day, 0)) >> r & 1;
            odds[count++] = log_odds(b, i, day, digested) + ready;
        }
    }
    for (int n = 0; n < count; n++) {
        int i = candidate[n], at = cell_of(b, i);
        if (!open[n]) continue;
        double u = 1 / (1 + exp(-odds[n]));
        if (years_between(asked_day[at], day) > p_stale) u /= 2;
        if (uniform(k_agenda, blocs[b].key, state_key[i], (uint64_t) (int64_t) day, 0) < u) vote(b, i, asked[at], day);
    }
}

static void request(int b, int i, int r, int day) {
    int at = cell_of(b, i);
    const Rung *of = &blocs[b].rung[r];
    if (rung[at] >= r || asked[at] || approved[at] || (of->from != NO_DAY && day < of->from) || day >= of->until) return;
    ask(at, r, day);
    double draw = uniform(k_withdrawn, blocs[b].key, state_key[i], (uint64_t) (int64_t) day, 0);
    int back = day_after(day, p_withdraw > 0 ? wait_for(p_withdraw, draw) : INFINITY);
    if (back < end_day[tick]) note(back, WITHDRAWAL, b, i, r);
}

static void merge(int b, int from, int day) {
    int into = blocs[b].rung[from].into;
    for (int i = 0; i < N; i++) {
        int at = cell_of(b, i);
        if (asked[at] == from) forget(at);
        if (rung[at] == from) {
            put(b, i, into, day);
            if (asked[at] <= into) forget(at);
            if (approved[at] <= into) approved[at] = 0;
        }
        if (approved[at] == from) approved[at] = (uint8_t) (into > rung[at] ? into : 0);
    }
}

static void fall(int b, int i, int day) {
    int at = cell_of(b, i);
    approved[at] = 0;
    forget(at);
    exit_day[at] = NO_DAY;
    if (rung[at]) put(b, i, 0, day);
}

static void decide(void) {
    while (diary_next < diary_end) {
        Entry e = diary[diary_next++];
        int at = cell_of(e.bloc, e.state);
        switch (e.kind) {
            case OUSTING: fall(e.bloc, e.state, e.day); break;
            case FOUNDING:
                for (int n = 0; n < founders; n++)
                    if (founder[n][0] == e.bloc) put(e.bloc, founder[n][1], blocs[e.bloc].top, e.day);
                break;
            case MERGER: merge(e.bloc, e.rung, e.day); break;
            case LEAVING:
                if (exit_day[at] == e.day) fall(e.bloc, e.state, e.day);
                break;
            case WITHDRAWAL:
                if (asked[at] == e.rung) forget(at);
                break;
            case REQUEST:
            case OFFER: request(e.bloc, e.state, e.rung, e.day); break;
            case SUMMIT: meet(e.bloc, next_summit[e.bloc]++, e.day); break;
            case ENTERING: {
                int r = approved[at];
                if (!r || entry_day[at] > e.day) break;
                approved[at] = 0;
                if (gain(e.bloc, e.state, r) > 0) {
                    exit_day[at] = NO_DAY;
                    put(e.bloc, e.state, r, e.day);
                    enters(e.bloc, e.day);
                    entries[e.state]++;
                }
                break;
            }
        }
    }
}

static double shares(double a, double b) { return (a > b ? a : b) >= 1 ? min(a, b) : 0; }

static double gap_of(int i, int j) {
    double sum = 0;
    for (int b = 0; b < B; b++)
        sum += shares(benefit[cell_of(b, i)], benefit[cell_of(b, j)]) - shares(record[cell_of(b, i)], record[cell_of(b, j)]);
    return sum;
}

static void converge(void) {
    static uint8_t *moved;
    double years = tick_years[tick], kept = years == 1 ? 1 - f_decay : pow(1 - f_decay, years);
    int any = 0;
    if (!moved) moved = NEW(uint8_t, N);
    memset(moved, 0, (size_t) N);
    for (int b = 0; b < B; b++) {
        for (int i = 0; i < N; i++) {
            int at = cell_of(b, i);
            double now = rung[at] ? blocs[b].rung[rung[at]].benefit : 0, then = pair_of(RECORD, b, i);
            if (now != benefit[at] || then != record[at]) benefit[at] = now, record[at] = then, moved[i] = 1, any = 1;
        }
    }
    for (int i = 0; any && i < N; i++) {
        for (int j = 0; moved[i] && j < N; j++) {
            if (j == i || (moved[j] && j < i)) continue;
            double g = gap_of(i, j);
            gap[i * N + j] = gap[j * N + i] = g;
            if (g != 0 && !is_parted[i * N + j]) {
                is_parted[i * N + j] = is_parted[j * N + i] = 1;
                parted[parted_count][0] = i, parted[parted_count++][1] = j;
            }
        }
    }
    for (int n = 0; n < parted_count; n++) {
        int i = parted[n][0], j = parted[n][1];
        double next = kept * bonus[i * N + j] + f_rate * years * gap[i * N + j] * (1 - alignment(i, j));
        next = next > f_cap ? f_cap : next < -f_cap ? -f_cap : next;
        bonus[i * N + j] = bonus[j * N + i] = next;
    }
}

static void run(int replicate) {
    int at = 0;
    begin(replicate);
    for (tick = 0; tick < T; tick++) {
        is_day = first_day[tick];
        diary_next = diary_end = 0;
        while (at < fixed_count && fixed[at].day < end_day[tick]) diary[diary_end++] = fixed[at++];
        perceive();
        exits();
        requests();
        decide();
        converge();
    }
}

static void make_room(void) {
    int cells = B * N;
    rung = NEW(uint8_t, cells), asked = NEW(uint8_t, cells), approved = NEW(uint8_t, cells), entry_rung = NEW(uint8_t, cells);
    since = NEW(int, cells), asked_day = NEW(int, cells), entry_day = NEW(int, cells), exit_day = NEW(int, cells);
    looked = NEW(int, cells * RUNGS), renewed_day = NEW(int, cells * RUNGS), chance_day = NEW(int, cells);
    weight = NEW(double, cells), near_heights = NEW(double, cells), entry_value = NEW(double, cells), chance = NEW(double, cells * RUNGS);
    benefit = NEW(double, cells), record = NEW(double, cells), worth = NEW(Worth, cells);
    member = NEW(int *, B), members = NEW(int, B), gdp = NEW(double, B), squares = NEW(double, B), mean_regime = NEW(double, B);
    entrances = NEW(int *, B), entrance_count = NEW(int, B), bloc_ready = NEW(double, B), digest = NEW(double, B), next_summit = NEW(int, B);
    for (int b = 0; b < B; b++) member[b] = NEW(int, N);
    ideal = NEW(double, N), drifted = NEW(double, N), bonus = NEW(double, N * N), gap = NEW(double, N * N), is_parted = NEW(uint8_t, N * N);
    parted = room((size_t) N * N, sizeof *parted);
    common = NEW(double, N), powered = NEW(double, N), noise = NEW(double, N), objects = NEW(uint8_t, N), entries = NEW(uint32_t, N);
    diary = NEW(Entry, fixed_count + 16 * cells + 64);
    alpha = 1 - o_shared;
    for (int n = 1; n < OUTLOOK; n++) renewed[n] = within(p_renew, n);
    for (int b = 0; b < B; b++)
        for (int r = 1; r <= blocs[b].top; r++) discounted[b][r] = pow(p_discount, blocs[b].rung[r].months / 12.0);
}

static double seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double) now.tv_sec + 1e-9 * (double) now.tv_nsec;
}

int main(int count, char **args) {
    if (count < 3) stop("usage: %s INPUTS REPLICATES [ENTRIES.csv]", args[0]);
    folder = args[1];
    int replicates = atoi(args[2]);
    read_all();
    if (B > 64) stop("more than 64 blocs are not known here");
    make_room();
    FILE *out = count > 3 ? fopen(args[3], "w") : NULL;
    if (out) fputs("replicate,state,entries\r\n", out);
    double begun = seconds();
    for (int n = 0; n < replicates; n++) {
        run(n);
        for (int i = 0; out && i < N; i++)
            if (entries[i]) fprintf(out, "%d,%s,%u\r\n", n, code[i], entries[i]);
    }
    double took = seconds() - begun;
    if (out) fclose(out);
    printf("%d replicates, %.0f a second; a run weighs %.0f pairs up over %.0f members and works %.0f chances of approval out\n", replicates,
        replicates / took, (double) weighings / replicates, (double) steps / replicates, (double) approvals / replicates);
    return 0;
}
