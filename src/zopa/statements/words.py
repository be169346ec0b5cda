"""Closed classes of English words the rules lean on. Data only."""

from __future__ import annotations

from zopa.statements.lexicon import word_set

ABBREVIATIONS = word_set(
    """
    mr mrs ms dr prof rev hon gen col capt cmdr lt sgt maj adm sen sens rep reps gov govs pres amb sr jr st
    mt vs no nos inc corp co ltd dept est approx etc fig jan feb mar apr jun jul aug sept sep oct nov dec
    mon tue tues wed thu thur thurs fri sat e.g i.e u.s u.k u.n e.u d.c a.m p.m ph.d cf al atty supt spc pvt
    messrs
    """
)

PRONOUNS = word_set("he she they it we i you who")
PERSONAL_SUBJECTS = word_set("he she they we i")
POSSESSIVES = word_set("his her its their our my your")
DETERMINERS = word_set(
    """
    the a an this that these those some any no each every all both many several another other most few
    """
)

AUXILIARIES = word_set(
    """
    has have had having is are was were be been being am do does did will would shall should can could may
    might must hasn't haven't hadn't isn't aren't wasn't weren't don't doesn't didn't won't wouldn't
    shouldn't can't couldn't cannot he's she's it's they're they've he'd she'd they'd i'm i've we're we've
    you're you've
    """
)
MODALS = word_set(
    """
    will would shall should can could may might must won't wouldn't can't couldn't cannot shouldn't to
    """
)
NEGATIONS = word_set(
    """
    not never n't didn't don't doesn't hasn't haven't hadn't isn't aren't wasn't weren't won't wouldn't
    """
)

ADVERBS = word_set(
    """
    also then later earlier again once now still already just even often always never not ever only further
    previously recently repeatedly reportedly publicly privately simply clearly openly strongly quickly
    today yesterday tonight long first last thus therefore nevertheless nonetheless however instead
    meanwhile too soon since likewise both rightly all so yet almost largely merely sometimes apparently
    similarly subsequently essentially initially finally
    """
)

PREPOSITIONS = word_set(
    """
    in on at by for from with to of about into over after before during under against between among through
    without within upon toward towards via amid despite since until near like than per regarding concerning
    around across behind beyond outside inside following ahead
    """
)

CONJUNCTIONS = word_set("and or but nor yet so")
SUBORDINATORS = word_set(
    """
    that because although though while whereas when whenever if unless until since as after before where
    which who whom whose why how what whether once than
    """
)

WEEKDAYS = word_set("monday tuesday wednesday thursday friday saturday sunday")
MONTHS = {
    name: index
    for index, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
STOP_WORDS = word_set(
    """
    the of and to in a is that for it on was with as his he be at by i this had not are but from or have an
    they which one you were her all she there would their we him been has when who will more no if out so
    said what up its about into than them can only other new some could time these two may then do first any
    my now such like our over even most made after also did many before must through
    """
)
