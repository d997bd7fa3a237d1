import pytest
from hypothesis import given
from hypothesis import strategies as st

from diurna.language.tokens import find_tokens


def words(text: str) -> list[str]:
    starts, ends = find_tokens(text)
    return [text[a:b] for a, b in zip(starts.tolist(), ends.tolist(), strict=True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Ruiz-Mehta meeting", "the Ruiz - Mehta meeting"),
        ("don't we can't won’t", "do n't we ca n't wo n’t"),
        ("women’s rights and boys' games", "women ’s rights and boys ' games"),
        ("I'd say they're he'll I've I'm", "I 'd say they 're he 'll I 've I 'm"),
        ("the U.S. and the U.K.", "the U.S. and the U.K."),
        ("Mr. Li met Dr. No.", "Mr. Li met Dr. No ."),
        ("No. 5 said no.", "No. 5 said no ."),
        ("on Jan. 6 in Mar. and at 5 p.m.", "on Jan. 6 in Mar . and at 5 p.m."),
        ("a $2.8 million deal", "a $ 2.8 million deal"),
        ("€5 or 50%", "€ 5 or 50 %"),
        ("from 11-12 to 2,000", "from 11 - 12 to 2,000"),
        ("at 10:30 on 11/20/2000", "at 10:30 on 11/20/2000"),
        ("see https://example.org/a?b=1.", "see https://example.org/a?b=1 ."),
        ("write to press@example.org, please", "write to press@example.org , please"),
        ("well... perhaps…", "well ... perhaps …"),
        ("in the 1990s, the 4th", "in the 1990s , the 4th"),
        ("Sana'a and O'Brien's", "Sana'a and O'Brien 's"),
        ("“We value this tradition.” He left", "“ We value this tradition . ” He left"),
        ("cannot gonna", "can not gon na"),
        ("anti-war and pro-Russian e-mail", "anti-war and pro-Russian e-mail"),
        ("and/or 5km", "and / or 5 km"),
        ("What?! No!!!", "What ?! No !!!"),
        ("G20 MH17 F-16", "G20 MH17 F - 16"),
        ("one—two – three--four", "one — two – three -- four"),
        ("George W. Bush", "George W. Bush"),
        ("the U.N.’s view", "the U.N. ’s view"),
        ("a Ph.D. at AT&T", "a Ph.D. at AT&T"),
        ("They dont agree, Im told", "They do nt agree , I m told"),
        ("WE WON'T", "WE WO N'T"),
        ("Arms, fuel, etc. The embargo holds", "Arms , fuel , etc . The embargo holds"),
        ("arms, fuel, etc., were seized", "arms , fuel , etc. , were seized"),
        ("the #2 of the party, #summit", "the # 2 of the party , #summit"),
        ("call 202-555-0143 or (202) 555-0143", "call 202-555-0143 or ( 202 ) 555-0143"),
        ("see draft-treaty.pdf.", "see draft-treaty.pdf ."),
        ("they said . . . nothing", "they said . . . nothing"),
        ("Nguyễn Phú Trọng, São Paulo", "Nguyễn Phú Trọng , São Paulo"),
    ],
)
def test_conventions(text: str, expected: str) -> None:
    assert words(text) == expected.split(" ")


@given(st.text(max_size=200))
def test_tokens_cover_everything_but_space(text: str) -> None:
    starts, ends = find_tokens(text)
    assert (starts < ends).all()
    assert (starts[1:] >= ends[:-1]).all()
    covered = {k for a, b in zip(starts.tolist(), ends.tolist(), strict=True) for k in range(a, b)}
    assert all(character.isspace() for k, character in enumerate(text) if k not in covered)


def test_linear_time() -> None:
    find_tokens(
        "a'" * 20_000 + " " + "1," * 20_000 + " " + "x." * 20_000 + "-" * 20_000 + ". " * 10_000 + "a-" * 20_000
    )
