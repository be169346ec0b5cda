"""What single lines of page furniture look like: navigation, sharing, credits, newsletters, comments.

Every pattern must match the whole line (without a bullet or brackets around it), so that a sentence which merely
begins with such words ('Share prices fell ...') stays. The lists name what publishing software prints, in general;
nothing here depends on what an article is about.
"""

from __future__ import annotations

import re

from zopa.coverage.dates import is_date_line

_BULLET = re.compile(r"^(?:[-–—•*·▪►»>]\s+)+")
_SITES = r"(?:facebook|twitter|x|whatsapp|telegram|linkedin|reddit|e-?mail|pinterest|threads|bluesky|messenger|viber)"


def _whole(*patterns: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(patterns)})\W*", re.IGNORECASE)


_NAVIGATION = _whole(
    r"(?:skip|jump) to (?:main |the )?(?:content|navigation|search|footer|comments?)(?: .{0,30})?",
    r"(?:all )?sections?|menu|home|search|log ?in|sign ?in|sign ?up|register|subscribe|newsletters?|podcasts?|sitemap",
    r"(?:back to |go to )(?:top|home|the top|homepage)",
    r"(?:previous|next|older|newer) (?:article|story|post|page)s?(?::.*)?",
    r"avatar|date|author|authors|share|print|save|listen|comments?|tags?|topics?|overview|summary",
    r"listen to (?:this )?(?:article|story)(?: .{0,40})?",
    r"\d+ min(?:ute)?s?(?: read| ago)?|\d+ hours? ago|reading time.{0,20}",
    r"page \d+(?: of \d+)?|\d{1,3}(?: ?/ ?\d{1,3})?",
    r"(?:continue|keep) reading(?: .{0,40})?|(?:load|show|see|view) more|show (?:full|more) .{0,30}",
)
_SHARING = _whole(
    r"share(?: (?:this|and follow|article|story|on|via|with|it|now|options)\b.{0,60})?",
    rf"(?:(?:share|tweet|pin|post|send|copy link|print)(?: (?:this|it|on|to|via|by))*(?: {_SITES})?\W*){{1,8}}",
    rf"(?:{_SITES}\W*){{2,}}",
    r"(?:please )?(?:follow|join|like|find|support) (?:us|our (?:channel|page|work|newsroom|community))\b.{0,90}",
    r"(?:please )?(?:donate|become a (?:member|patron|supporter)|buy us a coffee)"
    r"(?: (?:now|here|today|to us|to .{0,40}))?",
    r"(?:download|get|install|open) (?:(?:on|in|from|it on) )?(?:the |our )?(?:free )?(?:mobile )?(?:app|google play)"
    r"(?: store)?(?: .{0,40})?",
    r"(?:get it|download|available) (?:on|from|in) (?:the )?(?:app ?store|google play)(?: .{0,40})?",
    r"copy(?: the)? link(?: .{0,20})?|link copied",
)
_NEWSLETTER = _whole(
    r"(?:please )?(?:subscribe|sign up|register|log ?in|sign in)(?: now| today| here)? (?:to|for|with)\b.{0,120}"
    r"\b(?:newsletters?|channel|podcast|alerts?|updates|account|continue|read(?:ing)?|briefings?|inbox|comment)\b.{0,60}",
    r"(?:get|receive|have) .{0,120}\b(?:delivered|sent|straight|direct(?:ly)?)\b.{0,40}\b(?:inbox|e-?mail)\b.{0,40}",
    r"get (?:the |our |your )?(?:daily|weekly|latest|breaking|national|local|top) .{0,40}"
    r"(?:news|updates|alerts|stories)",
    r"(?:enter )?your (?:e-?mail|email address).{0,60}|by (?:signing up|subscribing|clicking).{0,80}"
    r"\b(?:you (?:agree|accept)|our (?:terms|privacy)).{0,120}",
    r"this (?:site|website|page) (?:uses cookies|is protected by).{0,200}|we (?:and our partners )?use cookies.{0,300}",
    r"accept (?:all )?cookies|cookie (?:policy|settings|preferences)|privacy policy|terms (?:of (?:use|service)|and.*)",
    r"(?:please )?(?:enable|turn on) javascript.{0,100}|javascript (?:is|must be) .{0,100}",
)
_ADVERTISING = _whole(
    r"advertise?ment|ad|sponsored(?: (?:content|by .{0,60}|links?))?|promoted(?: content)?|paid (?:post|content)",
    r"(?:advertisement|ad) ?[-–—:|]\s?.{0,60}|(?:article|story) continues (?:below|after).{0,60}",
    r"(?:scroll|click|tap) .{0,30}\bto (?:continue|read|expand|play|enlarge|watch)\b.{0,40}",
    r"try our .{0,40}(?:features?|apps?|games?|quiz)|take our (?:poll|survey|quiz).{0,60}",
)
_POINTER = _whole(
    r"(?:also read|read (?:also|more|next|on|it here|the rest here|the full \w+(?: here)?|this)|see (?:also|more)"
    r"|watch|listen|more on this|related|up next|don['’]t miss|must read|editor['’]s picks?|recommended|explained?)"
    r"\s?(?:[:|»>–—].*)?",
    r"more (?:from|by|about|stories|news|on this|coverage)\b.{0,60}",
    r"(?:in other|latest|top|breaking|trending|related|more|recent|other|popular) (?:news|stor(?:y|ies)|articles?"
    r"|posts?|headlines|videos?|topics|coverage|reading|links?)(?: .{0,30})?",
    r"(?:most (?:read|popular|viewed|shared)|you (?:may|might) (?:also )?(?:like|be interested.*)|recommended for you"
    r"|what (?:to read|others are reading)|(?:filed under|tags|topics|categor(?:y|ies)|keywords)\s?:.{0,200})",
)
_COMMENTS = _whole(
    r"(?:post|leave|write|add|submit) (?:a |your )?(?:comment|reply|review)s?(?: .{0,40})?",
    r"(?:no|\d+|view|show|read|see)?(?: all)? ?(?:comments?|replies|responses)(?: ?\(\d*\))?(?: (?:yet|so far))?",
    r"comments? (?:are |is )?(?:closed|disabled|off|turned off).{0,40}|be the first to comment.{0,40}",
    r"your e-?mail address will not be published.{0,80}|cancel reply|you must be logged in.{0,60}",
)
_RIGHTS = _whole(
    r"(?:copyright|©|\(c\)).{0,160}|.{0,100}\ball rights reserved\b.{0,160}",
    r"this (?:material|content|article|report|story) may not be (?:published|reproduced|republished|copied).{0,160}",
    r"if you (?:notice|find|see|spot|have found|noticed|found) (?:a|an|any)? ?(?:spelling |grammatical )?(?:error|typo"
    r"|mistake|inaccuracy).{0,160}",
    r"(?:this (?:article|story|post|piece|content) (?:was |has been )?(?:first |originally )?(?:published|appeared|"
    r"written|produced|generated|syndicated|edited))\b.{0,160}|original (?:article|story)\s?:.{0,120}",
    r"click here .{0,100}|read (?:the )?(?:original|rest|full (?:story|article|text))\b.{0,60}",
)
_PICTURE = _whole(
    r"(?:photo(?:graph)?|image|picture|illustration|video|graphic|caption|cover photo|featured image)s?"
    r"(?: (?:source|credit|by|courtesy)s?)?\s?[:/|].{0,400}",
    r"(?:images?|photos?|pictures?) (?:source|credit)s?\s?:.{0,120}|credits?\s?:.{0,80}",
    r"file (?:photo|picture)\b.{0,300}",
    r"file\s?[-–—:].{0,400}",
    r".{0,300}[(\[]\s?(?:file|.{0,30}\b(?:photo|images?|pool|handout)\b.{0,30})\s?[)\]]",
)
_PICTURE_LINE = _whole(
    r"(?:images?|photos?|pictures?|illustration|graphic) (?:by|courtesy|from)\b.{0,120}",
    r".{0,200}(?<![.!?”\"’\s])\s?[(\[](?:ap|afp|epa|reuters|agency|tass|dpa|anp|pa|xinhua|anadolu)[)\]]",
    r"(?:ap photo|getty images|reuters|afp|epa(?:-efe)?|shutterstock|istock|unsplash|alamy)(?:\s?[/|].{0,60})?",
    r"(?:view|open|see) (?:image|gallery|photos?).{0,60}|\d+ (?:of|/) \d+ (?:photos?|images?)",
)
_LINES = (_NAVIGATION, _SHARING, _ADVERTISING, _POINTER, _COMMENTS, _PICTURE_LINE)
"""Furniture that is no sentence: a line of several words closed by a full stop is never taken for it."""

_SENTENCES = (_NEWSLETTER, _RIGHTS, _PICTURE)
"""Furniture that may be a sentence; these patterns name what only a page says of itself."""

_STOPPED = re.compile(r"(?<!\.\.)[.?]['\"”’)\]]*$")
_CRUMBS = re.compile(r"(?:[\w'’&.\- ]{1,30}?(?:\s*[/|›»>·]\s*)){1,8}[\w'’&.\- ]{1,30}")
_NOTHING = re.compile(r"[\W_]*")
_COMMENTS_FOLLOW = _whole(
    r"(?:no |\d+ )?comments?(?: \(\d*\))?|(?:post|leave|write|add) a (?:comment|reply)",
    r"join the (?:conversation|discussion)",
)
_LINKS_FOLLOW = _whole(
    r"related (?:articles?|stor(?:y|ies)|news|posts?|coverage|topics?|content|links?)",
    r"(?:in )?other news|more (?:stories|news|articles|headlines|from .{0,40})|most (?:read|popular|viewed|shared)",
    r"(?:latest|top|trending|recent|popular) (?:news|stories|articles|posts|headlines)",
    r"you (?:may|might) (?:also )?(?:like|be interested.*)|recommended(?: for you)?|about the authors?",
)
_SIGNATURE = re.compile(r"--|__+|_{2,}")


def without_bullet(line: str) -> str:
    """A line without the bullet, dash or star it begins with."""
    return _BULLET.sub("", line).strip()


def has_bullet(line: str) -> bool:
    """Whether a line is an item of a list."""
    return _BULLET.match(line) is not None


def is_furniture(line: str) -> bool:
    """Whether a line is page furniture and nothing else."""
    bare = without_bullet(line)
    if _NOTHING.fullmatch(bare) or is_date_line(bare) or any(family.fullmatch(bare) for family in _SENTENCES):
        return True
    if _is_sentence(bare):
        return False
    return any(family.fullmatch(bare) for family in _LINES) or _is_trail(bare)


def comments_follow(line: str) -> bool:
    """Whether a line is the heading of the readers' comments."""
    return _COMMENTS_FOLLOW.fullmatch(without_bullet(line)) is not None


def links_follow(line: str) -> bool:
    """Whether a line is the heading of a list of other articles."""
    return _LINKS_FOLLOW.fullmatch(without_bullet(line)) is not None and not _is_sentence(line)


def is_signature_mark(line: str) -> bool:
    """Whether a line is the dashes above a mail signature."""
    return _SIGNATURE.fullmatch(line) is not None


def _is_sentence(line: str) -> bool:
    return len(line.split()) >= 5 and _STOPPED.search(line) is not None


def _is_trail(line: str) -> bool:
    """A trail of sections (``Home / World``): short words between strokes, and no sentence."""
    return len(line.split()) <= 12 and line[-1:] not in ".!?" and _CRUMBS.fullmatch(line) is not None
