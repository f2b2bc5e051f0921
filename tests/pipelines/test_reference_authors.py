from __future__ import annotations

import pytest

from pipelines.references.authors import split_authors


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("Kim HK, Kim MJ, Cho HY", ["Kim, HK", "Kim, MJ", "Cho, HY"]),
        ("Lehman S J, Miller J B and Xu X", ["Lehman, S J", "Miller, J B", "Xu, X"]),
        ("Goo, J. D., Choi, Y. J.", ["Goo, J. D.", "Choi, Y. J."]),
        ("Smith, J., & Jones, A. B.", ["Smith, J.", "Jones, A. B."]),
        ("Moodera, J. S.; Kinder, L. R.", ["Moodera, J. S.", "Kinder, L. R."]),
        (
            "J. P. COLLMAN, J. I. BRAUMAN et K. S. SUSLICK",
            ["Collman, J. P.", "Brauman, J. I.", "Suslick, K. S."],
        ),
        ("J. Yan, S.-K. Chou, and H. Jin", ["Yan, J.", "Chou, S.-K.", "Jin, H."]),
        ("J.M.Farinas , P .Skands andJ .Thaler", ["Farinas, J.M.", "Skands, P.", "Thaler, J."]),
        (
            "Skamarock, W. C., J. B. Klemp, and T. Ringler",
            ["Skamarock, W. C.", "Klemp, J. B.", "Ringler, T."],
        ),
        ("Deleuze, Gilles, and Félix Guattari", ["Deleuze, Gilles", "Guattari, Félix"]),
        ("Taitt, David.", ["Taitt, David"]),
        ("SANTOS, C. H. dos; COSTA, F. R.", ["Santos, C. H. dos", "Costa, F. R."]),
        ("van der Berg, J., de Vries, K.", ["van der Berg, J.", "de Vries, K."]),
        ("Le Sage, V., Cinti, A. et al.", ["Le Sage, V.", "Cinti, A."]),
        ("B. H. McKellar, Jr., R. Jones", ["McKellar, B. H., Jr.", "Jones, R."]),
        ("Koob GFMarkou AWeiss F", ["Koob, GF", "Markou, A", "Weiss, F"]),
        ("Reitner J, Thiel V, editors", ["Reitner, J", "Thiel, V"]),
        ("A. A. Andreev, R. M. Anderson", ["Andreev, A. A.", "Anderson, R. M."]),
        ("U.S. Census Bureau", ["U.S. Census Bureau"]),
        ("Abazajian, K.N., CMB-S4 Collaboration", ["Abazajian, K.N.", "CMB-S4 Collaboration"]),
        ("김태진, 홍정식", ["김태진", "홍정식"]),
        ("浅本晋吾, 古田悠佳, & 米田大樹", ["浅本晋吾", "古田悠佳", "米田大樹"]),
        ("", []),
        (" ,;. ", []),
    ],
)
def test_split_authors(printed: str, expected: list[str]) -> None:
    assert split_authors(printed) == expected
