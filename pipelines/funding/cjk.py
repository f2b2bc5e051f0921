"""Chinese and Japanese statements: no spaces, no capitals; funders are read by their endings and by the table."""

from __future__ import annotations

import re

from pipelines.funding.awards import Award
from pipelines.funding.kinds import SentenceKind
from pipelines.funding.state import Entry
from pipelines.funding.table import Funder, find

_LETTER = r"\u3041-\u30ff\u3400-\u9fff々"
_WRITING = re.compile(f"[{_LETTER}]")
_LEAST_LETTERS = 4
_MONEY = re.compile(
    r"基金|资助|資助|资金|专项|赞助|经费|經費|项目|項目|计划|課題|助成|科研費|研究費|補助金|支援|委託|奨学"
)
_NONE = re.compile(
    r"(?:无|無|没有|未(?:获得|接受|受到|獲)?)(?:任何)?(?:外部)?(?:基金|资助|資助|经费)|未受任何|"
    r"助成(?:金)?(?:は|を)(?:受けて(?:い)?ない|受けていません|なし)|資金提供(?:は|を)受けて(?:い)?な"
)
_NUMBER = r"[A-Za-z]{0,10}-?\d[A-Za-z\d./&-]{3,30}"
_LABEL = r"(?:项目|項目|课题|課題|合同|批准|资助|資助|助成|研究|基金)?(?:编号|編號|批准号|号|號|番号|No\.?|NO\.?|no\.?)?[:：\s]{0,3}"
_ALIAS = r"(?:\s?[（(][A-Za-z-]{2,12}[)）])?"
# the kind of a grant before its number, in brackets: "(基盤研究(C)、課題番号 …)"
_KIND = rf"(?:[{_LETTER}]{{2,8}}[（(][A-Z]{{1,3}}[)）][、,，]?\s?)?"
_NUMBERS = re.compile(rf"{_NUMBER}(?:[,，、;；\s和及與与]{{1,3}}{_LABEL}{_NUMBER}){{0,30}}")
# looked for behind each number rather than from the left: most runs of letters lead to none
_LEADS_TO_NUMBER = re.compile(
    rf"(?P<name>[{_LETTER}A-Za-z“”\"·・&-]{{2,60}}){_ALIAS}[のに]?(?P<scheme>[A-Za-z-]{{3,15}}(?=\s?[（(]))?"
    rf"\s{{0,3}}[（(\[【]?\s{{0,3}}{_KIND}{_LABEL}$"
)
_REACH = 120
# a body that gives, without a number
_BODY = r"(?:財団|基金会|基金會|基金|振興会|機構|協会|委员会|委員會|大学|大學|研究院|科技厅|科技局)"
_BODY_WORD = re.compile(_BODY)
_GIVES = re.compile(rf"{_BODY}{_ALIAS}[の的]?(?:研究)?(?:助成|支援|资助|資助|奨学|奖学)")
_LETTERS_BEFORE = re.compile(rf"[{_LETTER}A-Za-z·・-]{{1,40}}$")
_LONGEST_BODY = 40
_ONE_NUMBER = re.compile(_NUMBER)
# what stands before the funder's name in its run, and behind it
_LEAD = re.compile(
    r"^.*(?:基金项目|基金項目|得到了?|获得|獲得|受到|本文受|论文受|研究受|工作受|感谢|感謝|承蒙|来自|由|本研究は|本研究|本論文は|は|および|及び|ならびに|並びに|以及|による|より|和|及|与|與)"
)
_TAIL = re.compile(
    r"(?:的?资助|的?資助|(?:资助)?(?:面上|青年|重点|重大)?(?:科学基金)?(?:项目|項目|课题|課題)|课题|の?助成|の支援|"
    r"编号|編號|批准号|課題番号|助成番号|研究課題)+$"
)
_TITLE = re.compile("[“《]")
_ENDS_LIKE_FUNDER = re.compile(
    r"(?:基金|基金会|基金會|计划|計劃|計画|专项|專項|专项资金|业务费|科技部|教育部|科学院|委员会|委員會|科技厅|教育厅|科技局|大学|大學|医院|"
    r"研究院|研究所|機構|振興会|財団|協会|省|庁|科研費|研究費|補助金|事業|プログラム|JSPS|JST|AMED|NEDO|CREST|NSFC)"
)


def is_cjk(sentence: str) -> bool:
    """Whether a sentence is written in Chinese or Japanese."""
    return len(_WRITING.findall(sentence[:400])) >= _LEAST_LETTERS


def kind_of_cjk(sentence: str) -> SentenceKind:
    """What a Chinese or Japanese sentence says about money."""
    if _NONE.search(sentence):
        return "none_declared"
    return "research" if _MONEY.search(sentence) else "other"


def read_cjk(text: str, start: int, end: int) -> list[Entry]:
    """Funders with their awards, in reading order; then those that stand without one."""
    entries: list[Entry] = []
    done = start
    for match in _NUMBERS.finditer(text, start, end):
        before = text[max(done, match.start() - _REACH) : match.start()]
        done = match.end()
        lead = _LEADS_TO_NUMBER.search(before)
        if lead is None:
            continue
        name = _name_in(lead.group("name"))
        numbers = [Award(0, 0, number) for number in _ONE_NUMBER.findall(match.group())]
        known = _known(name)
        if known is None and not _ENDS_LIKE_FUNDER.search(name):
            continue
        entries.append(Entry(name or None, lead.group("scheme"), known, numbers))
    for name in [*_names_in_table(text[start:end]), *_givers(text, start, end)]:
        if not any(entry.funder and (name in entry.funder or entry.funder in name) for entry in entries):
            entries.append(Entry(name or None, identity=_known(name)))
    return entries


def _givers(text: str, start: int, end: int) -> list[str]:
    """Bodies behind which "の助成" or "资助" stands."""
    found: list[str] = []
    for match in _GIVES.finditer(text, start, end):
        body = _BODY_WORD.match(match.group())
        before = _LETTERS_BEFORE.search(text, max(start, match.start() - _LONGEST_BODY), match.start())
        if body is not None and before is not None:
            found.append(_name_in(before.group() + body.group()))
    return found


def _name_in(run: str) -> str:
    """The funder's name in a run of letters: without what leads to it, the kind of grant and the title behind it."""
    before_title = _TITLE.split(run, maxsplit=1)[0] or run
    return _TAIL.sub("", _LEAD.sub("", before_title)).strip(' “”"-·・&')


_TABLE_NAMES = re.compile(
    "国家自然科学基金|国家重点研发计划|国家社会科学基金|中央高校基本科研业务费|中国博士后科学基金|中国科学院|国家留学基金|"
    "日本学術振興会|科学技術振興機構|文部科学省|厚生労働省|日本医療研究開発機構|JSPS科研費"
)


def _names_in_table(sentence: str) -> list[str]:
    return list(dict.fromkeys(_TABLE_NAMES.findall(sentence)))


def _known(name: str) -> Funder | None:
    match = _TABLE_NAMES.search(name)
    return find(name) or (find(match.group()) if match else None)
