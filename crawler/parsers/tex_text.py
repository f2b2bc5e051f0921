"""A TeX formula as a line of plain text, for the formulas that a file gives in no other notation."""

from __future__ import annotations

import re
from typing import Final

_BEGIN = re.compile(r"\\begin\s?\{document\}")
_END = re.compile(r"\\end\s?\{document\}")
#: A command of letters swallows the space behind it.
_COMMAND = re.compile(r"\\([A-Za-z]+)\*?\s?|\\(.)")
_SPACE_COMMANDS: Final = frozenset(
    "quad qquad enspace enskip thinspace medspace thickspace hspace vspace".split()
)
_SYMBOLS: Final = dict(
    pair.split("=", 1)
    for pair in (
        "alpha=α beta=β gamma=γ delta=δ epsilon=ϵ varepsilon=ε zeta=ζ eta=η theta=θ vartheta=ϑ iota=ι kappa=κ"
        " lambda=λ mu=μ nu=ν xi=ξ pi=π varpi=ϖ rho=ρ varrho=ϱ sigma=σ varsigma=ς tau=τ upsilon=υ phi=ϕ varphi=φ"
        " chi=χ psi=ψ omega=ω Gamma=Γ Delta=Δ Theta=Θ Lambda=Λ Xi=Ξ Pi=Π Sigma=Σ Upsilon=Υ Phi=Φ Psi=Ψ Omega=Ω"
        " upmu=μ upalpha=α upbeta=β upgamma=γ updelta=δ uplambda=λ upsigma=σ upchi=χ uppi=π Updelta=Δ Upomega=Ω"
        " times=× cdot=⋅ pm=± mp=∓ le=≤ leq=≤ leqslant=≤ ge=≥ geq=≥ geqslant=≥ ne=≠ neq=≠ approx=≈ sim=∼ simeq=≃"
        " cong=≅ equiv=≡ propto=∝ ll=≪ gg=≫ lesssim=≲ gtrsim=≳ to=→ rightarrow=→ leftarrow=← leftrightarrow=↔"
        " Rightarrow=⇒ mapsto=↦ infty=∞ partial=∂ nabla=∇ sum=∑ prod=∏ int=∫ sqrt=√ prime=′ circ=∘ degree=°"
        " bullet=• star=⋆ ast=∗ dagger=† ddagger=‡ ell=ℓ hbar=ħ Re=ℜ Im=ℑ in=∈ notin=∉ subset=⊂ subseteq=⊆ cup=∪"
        " cap=∩ forall=∀ exists=∃ otimes=⊗ oplus=⊕ odot=⊙ perp=⊥ parallel=∥ langle=⟨ rangle=⟩ ldots=… dots=…"
        " cdots=⋯ angle=∠ triangle=△ square=□ div=÷ mid=| vert=| Vert=‖ AA=Å textdegree=° textmu=µ textendash=–"
        " backslash=∖ setminus=∖ wedge=∧ vee=∨ neg=¬ emptyset=∅ aleph=ℵ uparrow=↑ downarrow=↓ deg=deg"
    ).split()
)
#: Commands that are words of the formula; every other unknown command only sets type and is left out.
_WORDS: Final = frozenset(
    "sin cos tan cot sec csc sinh cosh tanh arcsin arccos arctan log ln lg exp max min sup inf lim det dim ker"
    " arg gcd Pr hom".split()
)


def tex_text(tex: str) -> str:
    r"""Plain text of TeX: symbols as characters, braces, alignment and type-setting commands left out.

    >>> tex_text(r"\begin{document}$$H_{\mathrm{2}}\alpha = \frac{a}{b}$$\end{document}")
    'H2α= a/b'
    """
    begin = _BEGIN.search(tex)
    if begin and (end := _END.search(tex, begin.end())):
        tex = tex[begin.end() : end.start()]
    tex = " ".join(tex.split())
    tex = re.sub(r"\\(?:begin|end)\s?\{[^{}]{0,40}\}(?:\{[^{}]{0,40}\})?", " ", tex)
    tex = re.sub(r"\\(?:label|tag|vspace|hspace|color|textcolor)\*?\s?\{[^{}]{0,80}\}", " ", tex)
    tex = re.sub(r"\\d?t?frac\s{0,3}\{([^{}]{0,200})\}\s{0,3}\{([^{}]{0,200})\}", r"\1/\2", tex)
    tex = re.sub(r"\s([}_^])", r"\1", tex)
    text = _COMMAND.sub(_plain, tex.replace("~", " ").replace("&", " "))
    return " ".join(re.sub(r"[{}$^_]", "", text).split())


def _plain(command: re.Match[str]) -> str:
    name, sign = command.group(1), command.group(2)
    if sign is not None:
        return sign if sign in "%#_&{}|$" else " "
    if name in _SPACE_COMMANDS:
        return " "
    return _SYMBOLS.get(name) or (f"{name} " if name in _WORDS else "")
