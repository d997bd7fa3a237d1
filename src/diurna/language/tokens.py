"""Where the words of a text are: one regular expression after the conventions of UD English EWT.

Hyphens, slashes between words, clitics, currency signs and units are split off; numbers with separators, clock times,
dates with slashes, telephone numbers, abbreviations, web and e-mail addresses, names of files, emoticons and runs of
the same punctuation stay whole.
"""

from __future__ import annotations

import re

import numpy as np

from diurna.language.reading import IntArray

_LETTER = r"[^\W\d_]"
_APOS = r"['’‘`´]"
_CLITIC = "s|S|re|RE|ve|VE|ll|LL|d|D|m|M"
_PREFIXES = (
    "(?i:non|anti|co|pre|post|pro|re|ex|e|mid|cross|semi|sub|multi|counter|over|mini|neo|socio|psycho|inter|ultra"
    "|micro|trans)"
)
_UNITS = (
    r"am|pm|AM|PM|a\.m|p\.m|km|kms|kg|mm|cm|km/h|kph|mph|m|bn|tn|mn|k|K|M|B|GB|MB|lbs|lb|ft|hrs|hr|min|mins|ml|mg|g|p"
    "|c|°|ºC|ºF|x|USD|yr|yrs"
)
_TLD = "com|org|net|edu|gov|mil|int|info|biz|io|uk|us|eu|ru|cn|de|fr|tv|co|me|ly|au|ca|in|jp|kr|za|nz|ie|il|ir|ua|pl|br"
_ENDINGS = _TLD + "|(?i:docx?|xlsx?|pptx?|pdf|txt|rtf|csv|html?|jpe?g|gif|png|zip|exe)"

ABBREVIATIONS = frozenset(
    """
    adm amb approx apt assn assoc atty ave bldg blvd brig bros capt cir cmdr co col comdr cong corp cpl dept dir dr
    est etc ext feb ft gen gov govt hon hr hrs hwy inc ins insp int jan jr lt ltd maj md messrs min mr mrs ms mt mts
    nov oct ph pl pp pres prof pvt rd ref reps rep res ret rev rm rs sec sen sens sept sep sgt sq sr st ste supt tel
    treas univ viz vol vols vs aug apr dec jul jun mar tues thurs wed fri mon al ca cf fig figs no nos pte spc
    """.split()
)
"""Words (lower-case) that keep a full stop."""

_NEEDS_MORE = frozenset(
    {"no", "nos", "fig", "figs", "mar", "wed", "min", "fri", "mon", "sec", "mt", "ref", "in", "est"}
)
"""Abbreviations that are also words: they keep the full stop only before a digit or a capital."""
_LAST = frozenset({"etc"})
"""Abbreviations that mostly end a sentence, whose full stop it then is."""

_BARE = {
    f"{verb}nt": len(verb) for verb in "do does did wo ca could would should is are was were have has had ai".split()
} | {"im": 1, "ive": 1, "youre": 3, "thats": 4}
"""Where words (lower-case) are split that go without their apostrophe."""
_LONGEST = max(map(len, _BARE))

_PATTERN = re.compile(
    rf"""
      (?P<url> (?:https?|ftp)://[^\s<>"“”]*[^\s<>"“”.,;:!?)\]'’] | www\.[^\s<>"“”]*[^\s<>"“”.,;:!?)\]'’] )
    | (?P<mail> [A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+ )
    | (?P<host> (?<![\w.-])(?:[A-Za-z0-9_-]+\.)+(?:{_ENDINGS})(?:/[^\s<>"“”]*[^\s<>"“”.,;:!?)\]'’])?(?![\w-]) )
    | (?P<phone> (?<![\w-])\d{{3}}-\d{{3}}-\d{{4}}(?![\w-]) | (?<=\d{{3}}\)\s)\d{{3}}-\d{{4}}(?![\w-]) )
    | (?P<handle> (?<!\w)[@\#](?!\d)\w+ )
    | (?P<emoticon> (?<!\S)(?:[:;=8]['’]?-?[)(DPp/\\|\]\[]+|<3|:-?[oO]|\^_\^)(?!\w) )
    | (?P<dots> \.{{2,}} | … )
    | (?P<run> -{{2,}} | ={{2,}} | _{{2,}} | \*{{2,}} | ~{{2,}} | \#{{2,}} | [!?]{{2,}} | `` | '' | ’’ | ‘‘ | ‘’
               | ,, | <+ | >+ )
    | (?P<joined> (?<!\w)(?:Ph\.D\.|[A-Z]{{1,3}}&[A-Z]{{1,3}}(?!\w)) )
    | (?P<abbr> (?:(?<![^\W_])|(?<=\d))(?:{_LETTER}\.){{2,}}(?:{_LETTER}(?![\w]))? )
    | (?P<initial> (?<![\w])[A-Z]\.(?=\s+[A-Z]|[A-Z]{_LETTER}) )
    | (?P<date> (?<![\w/])\d{{1,4}}/\d{{1,2}}(?:/\d{{1,4}})?(?![\w/]) )
    | (?P<time> (?<![\w:])\d{{1,2}}:\d{{2}}(?::\d{{2}})?(?![\d:]) )
    | (?P<ordinal> \d+(?:,\d{{3}})*(?:st|nd|rd|th|ST|ND|RD|TH)(?!\w) )
    | (?P<decade> {_APOS}?\d+s(?!\w) )
    | (?P<unit> (?:\d+(?:[.,:]\d+)*)(?=(?:{_UNITS})(?![\w])) )
    | (?P<number> (?:(?<=[\s(\[$£€¥])[.])?\d+(?:[.,]\d+)*(?![^\W_]) )
    | (?P<not> {_LETTER}+?(?=[nN]['’][tT](?!\w)) | [nN]['’][tT](?!\w) )
    | (?P<cannot> [Cc]an(?=not(?!\w)) | [Gg]on(?=na(?!\w)) | [Ww]an(?=na(?!\w)) | [Gg]ot(?=ta(?!\w)) )
    | (?P<clitic> (?<=[\w.)%]){_APOS}(?:{_CLITIC})(?!\w) )
    | (?P<years> {_APOS}(?:\d\d)(?!\w) )
    | (?P<apos> (?:{_APOS}(?=(?:em|til|cause|tis|twas|n|bout|round)(?!\w)){_LETTER}+) )
    | (?P<prefixed> (?<!\w)(?:{_PREFIXES})-{_LETTER}[^\W_]*(?!\w) )
    | (?P<word> {_LETTER}(?:[\w\u0300-\u036f]|{_APOS}(?!(?:{_CLITIC})(?!\w))(?={_LETTER}))*?
                (?:(?=[nN]['’][tT](?!\w))|(?![\w\u0300-\u036f]|{_APOS}(?!(?:{_CLITIC})(?!\w)){_LETTER})) )
    | (?P<mixed> \d[\w]* )
    | (?P<other> \S )
    """,
    re.VERBOSE,
)


def find_tokens(text: str) -> tuple[IntArray, IntArray]:
    """Starts and ends (code points, shape (n,)) of the tokens of the text."""
    starts: list[int] = []
    ends: list[int] = []
    kept_stop = -1
    for match in _PATTERN.finditer(text):
        start, end = match.span()
        if start == kept_stop:
            continue
        if match.lastgroup == "word":
            if text[end : end + 1] == "." and _keeps_stop(text, start, end):
                kept_stop = end
                end += 1
            elif end - start <= _LONGEST and (clitic := _BARE.get(text[start:end].lower())):
                starts.append(start)
                ends.append(start := start + clitic)
        starts.append(start)
        ends.append(end)
    return np.asarray(starts, dtype=np.int32), np.asarray(ends, dtype=np.int32)


def _keeps_stop(text: str, start: int, end: int) -> bool:
    """Whether the full stop behind the word belongs to it, as an abbreviation."""
    word = text[start:end].lower()
    if word not in ABBREVIATIONS or text[end : end + 2] == "..":
        return False
    after = text[end + 1 : end + 3].strip()
    if word in _LAST:
        return bool(after) and not after[0].isupper()
    if word not in _NEEDS_MORE:
        return True
    return bool(after) and (after[0].isdigit() or (text[start].isupper() and after[0].isupper() and word != "no"))
