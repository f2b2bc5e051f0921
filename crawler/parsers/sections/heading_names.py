"""The names of sections, by kind, as publishers print them: English first, then other languages.

Names have "and" for "&" and stand without "statement": `crawler.parsers.sections.headings` takes that off. A name that
only some pages give a section, and others a link of their menu, does not belong here.
"""

from __future__ import annotations

from typing import Final

HEADING_NAMES: Final[dict[str, str]] = {
    "abstract": """
        abstract | abstracts | summary | article abstract | abstract summary | main abstract
        | structured abstract | scientific abstract | english abstract | abstract in english
        | executive summary | background and summary | zusammenfassung | kurzfassung | kurzzusammenfassung
        | résumé | resume | resumen | resumo | riassunto | sommario | samenvatting | sammanfattning
        | sammendrag | resumé | tiivistelmä | streszczenie | abstrakt | souhrn | sažetak | összefoglalás
        | rezumat | özet | öz | аннотация | резюме | реферат | анотація | περίληψη | 摘要 | 内容摘要 | 抄録
        | 要旨 | 要約 | 概要 | 초록 | 요약 | الملخص | ملخص | چکیده | abstrak | tóm tắt
    """,
    "acknowledgements": """
        acknowledgements | acknowledgments | acknowledgement | acknowledgment | acknowledgements section
        | ackowledgements | ackowledgments | acknowledgemnts | acknowlegements | acknowlegments | thanks
        | acknowledgement and support | acknowledgements and support | acknowledgments and support
        | acknowledgments and credits | acknowledgements and credits | note of thanks | danksagung
        | danksagungen | dank | danksagung und förderung | remerciement | remerciements | agradecimientos
        | agradecimiento | reconocimientos | agradecimentos | agradecimento | ringraziamenti
        | ringraziamento | dankwoord | dankbetuiging | tack | takk | kiitokset | podziękowania | poděkování
        | köszönetnyilvánítás | mulțumiri | teşekkür | teşekkürler | zahvala | благодарности | подяки
        | ευχαριστίες | 致谢 | 致謝 | 謝辞 | 感謝 | 감사의 글 | 사사 | agraïments | ucapan terima kasih
    """,
    "funding_text": """
        funding | fundings | funding information | funding info | funding source | funding sources
        | source of funding | sources of funding | funding support | funding details | funding agencies
        | funding and support | funding body | funding bodies | funding acknowledgement
        | funding acknowledgements | funding acknowledgment | funding acknowledgments | funding disclosure
        | funding disclosures | funding data | funder | funders | funder information | funded by
        | financial support | financial support and sponsorship | financial assistance
        | financial disclosure and funding | financial acknowledgement | financial acknowledgements
        | financing | financial aid | sources of support | source of support | sources of financial support
        | supported by | grant support | grants | grant information | grant sponsor | grant sponsors
        | grant numbers | research funding | research support | research grants | project funding
        | primary funding source | primary source of funding | role of the funding source
        | role of funding source | role of funding sources | role of the funding sources
        | role of the funder | role of the funders | role of funder | role of the sponsor
        | role of the sponsors | role of the funder/sponsor | role of the funding body | funding/support
        | support/funding | grant/award information | sponsors | sponsorship | förderung
        | finanzierung | förderhinweis | fördermittel | drittmittel | finanzielle unterstützung
        | financement | financements | soutien financier | sources de financement | source de financement
        | financiación | financiamiento | financiacion | fuentes de financiación | fuente de financiación
        | fuentes de financiamiento | fuente de financiamiento | apoyo financiero | financiamento
        | fontes de financiamento | fonte de financiamento | fontes de fomento | fomento | apoio financeiro
        | apoio | suporte financeiro | finanziamenti | finanziamento | financiering | finansiering
        | finansowanie | źródła finansowania | финансирование | источник финансирования
        | источники финансирования | фінансування | finansman | finansal destek | 基金项目 | 基金 | 资助
        | 资助项目 | 经费支持 | 研究資金 | 研究助成 | 資金 | 助成 | 연구비 | 연구비 지원
    """,
    "competing_interests": """
        competing interest | competing interests | conflict of interest | conflicts of interest
        | conflict of interests | conflicts of interests | conflict of interest/disclosure
        | conflicting interests | conflicting interest | declaration of conflicting interest
        | competing financial interests | competing financial interest | competing or financial interests
        | competing interests and disclosures | competing non-financial interests
        | competing interests policy | financial interests | financial interest
        | financial and non-financial interests | relevant financial or non-financial interests | disclosure
        | disclosures | author disclosure | author disclosures | authors' disclosure | authors' disclosures
        | disclosure of interest | disclosure of interests | disclosure of potential conflicts of interest
        | disclosure of conflicts of interest | disclosure of conflict of interest
        | disclosures of potential conflicts of interest
        | authors' disclosures of potential conflicts of interest | potential conflict of interest
        | potential conflicts of interest | financial disclosure | financial disclosures
        | financial disclosure information | conflict of interest disclosure
        | conflict of interest disclosures | conflicts of interest disclosure
        | conflicts of interest disclosures | conflict of interest notification | declaration of interest
        | declaration of interests | declarations of interest | declarations of interests
        | duality of interest | dualities of interest | transparency declaration | coi | icmje disclosure
        | authors' conflict of interest | authors' competing interests | interessenkonflikt
        | interessenkonflikte | interessenskonflikt | interessenskonflikte | conflit d'intérêts
        | conflits d'intérêts | conflit d'intérêt | déclaration d'intérêts | déclaration de liens d'intérêts
        | liens d'intérêts | conflicto de intereses | conflicto de interés | conflictos de interés
        | conflictos de intereses | conflito de interesse | conflito de interesses | conflitos de interesse
        | conflitos de interesses | conflitto di interesse | conflitto di interessi | conflitti di interesse
        | belangenverstrengeling | belangenconflict | konflikt interesów | конфликт интересов
        | конфлікт інтересів | çıkar çatışması | 利益冲突 | 利益冲突声明 | 利益相反 | 이해상충 | 이해관계
    """,
    "data_availability": """
        data deposition | data deposit | data deposition footnote | data archiving | data archive
        | data repository | data access policy | dataset availability | research data | research data policy
        | data sharing plan | underlying data | open data | open practices | open research | data citation
        | accession code | accession codes | accession number | accession numbers | datenverfügbarkeit
        | verfügbarkeit der daten | disponibilité des données | disponibilidad de datos
        | disponibilidad de los datos | disponibilidade de dados | disponibilidade dos dados
        | disponibilità dei dati | dostępność danych | доступность данных | 数据可用性 | 数据可用性声明
        | データの利用可能性 | données disponibles
    """,
    "code_availability": """
        code and software | disponibilité du code | disponibilidad del código | disponibilidad de código
        | disponibilidade de código | verfügbarkeit des codes | 代码可用性
    """,
    "ethics": """
        ethics | ethic | ethical | ethics approval | ethical approval | ethics approvals | ethical approvals
        | ethics and consent | ethics approval and consent | ethics approval and consent to participate
        | ethics approval and informed consent | ethical approval and consent to participate
        | ethical approval and informed consent
        | ethics approval, consent to participate and consent for publication | ethical consideration
        | ethical considerations | ethics consideration | ethics considerations | ethical standards
        | ethical compliance | compliance with ethical standards | compliance with ethics guidelines
        | ethics compliance | ethical conduct | ethical conduct of research | research ethics
        | research ethics approval | ethical clearance | ethics clearance | ethical aspects | ethical issues
        | ethical disclosures | ethical responsibilities | ethics committee approval | ethics committee
        | ethical committee approval | ethics review | institutional review board
        | institutional review board approval | irb approval | human ethics | animal ethics
        | human and animal rights | human and animal rights and informed consent
        | human rights and informed consent | animal research | animal welfare | animal experimentation
        | human studies | human subjects | informed consent | patient consent
        | patient consent for publication | patient and participant consent | consent to participate
        | consent for publication | consent to publish | consent for participation
        | ethics approval and patient consent | einhaltung ethischer richtlinien | ethische richtlinien
        | ethik | ethikvotum | éthique | considérations éthiques | responsabilidades éticas
        | consideraciones éticas | aspectos éticos | considerações éticas | etica | 伦理声明 | 伦理审批
        | 倫理的配慮
    """,
    "references": """
        references | reference | reference list | references list | list of references | references cited
        | cited references | cited reference | literature cited | literature | literatures
        | literature references | cited literature | references and notes | notes and references
        | references and recommended reading | references and further reading | references and links
        | references and citations | references and literature cited | bibliography | bibliographies
        | bibliographic references | bibliographical references | selected bibliography
        | selected references | annotated references | article references | main references | works cited
        | work cited | citations and references | sources and references | sources cited
        | list of literature | show references | view references | hide references
        | references in this article | citas | literaturhinweise | библиографические ссылки | literatur | literaturverzeichnis | literaturnachweis
        | literaturangaben | quellenverzeichnis | bibliographie | bibliografie | références | référence
        | références bibliographiques | referencias | referencias bibliográficas | bibliografía
        | bibliografía citada | literatura citada | referências | referências bibliográficas | bibliografia
        | bibliografia citada | riferimenti | riferimenti bibliografici | literatuur | literatuurlijst
        | referenties | referenser | referencer | litteratur | lähteet | kirjallisuus | piśmiennictwo
        | literatura | literatúra | literatura cytowana | irodalom | irodalomjegyzék | kaynaklar | kaynakça
        | литература | список литературы | библиография | список використаних джерел | література
        | βιβλιογραφία | 参考文献 | 參考文獻 | 引用文献 | 참고문헌 | المراجع | منابع | daftar pustaka
        | tài liệu tham khảo | referències
    """,
    "keywords": """
        keywords | keyword | key words | key word | key-words | author keywords | authors' keywords
        | index terms | keywords/phrases | keywords and phrases | key words and phrases | article keywords
        | schlüsselwörter | schlüsselworte | schlagwörter | stichwörter | mots-clés | mots clés | mots-clefs
        | mots clefs | palabras clave | palabras claves | palavras-chave | palavras chave | parole chiave
        | trefwoorden | sleutelwoorden | nyckelord | nøkkelord | nøgleord | avainsanat | asiasanat
        | słowa kluczowe | klíčová slova | ključne riječi | kulcsszavak | cuvinte cheie | anahtar kelimeler
        | anahtar sözcükler | ключевые слова | ключові слова | λέξεις κλειδιά | 关键词 | 關鍵詞 | 关键字
        | キーワード | 키워드 | 주제어 | الكلمات المفتاحية | kata kunci | paraules clau
    """,
    "author_information": """
        author information | authors information | authors' information | author info | author details
        | about the author | about the authors | author and article information
        | author, article and disclosure information | information about the authors | authors | author
        | author notes | author note | author list | author information and affiliations | autoren | auteurs
        | autores | autori | contributor information
    """,
    "affiliations": """
        affiliations | affiliation | authors and affiliations | authors & affiliations | author affiliations
        | authors' affiliations | author affiliation | authors' affiliation | affiliations and notes
        | autor information | institutional affiliations | afiliaciones | afiliações | adresses
        | author addresses
    """,
    "correspondence": """
        corresponding author | corresponding authors | correspondence | correspondence to
        | correspondence and requests for materials | correspondence address | address for correspondence
        | author for correspondence | authors for correspondence | contact author
        | contact information for authors | lead contact | korrespondenzadresse | korrespondierender autor
        | auteur correspondant | autor para correspondencia | autor de correspondencia
        | autor correspondente | correspondência | autore corrispondente | 通讯作者
    """,
    "author_contributions": """
        author contribution | author contributions | authors' contribution | authors' contributions
        | contributions | contribution of authors | contributions of authors | contributions by the authors
        | contributorship | credit author contributions | credit authorship contribution
        | credit authorship contributions | credit author | author's contribution | author roles
        | credit roles | contributors | contributor roles | authorship contribution
        | authorship contributions | authorship | beiträge der autoren | contribution des auteurs
        | contributions des auteurs | contribución de los autores | contribuciones de los autores
        | contribuição dos autores | contribuições dos autores | 作者贡献
    """,
    "rights": """
        rights and permissions | rights & permissions | permissions | reprints and permissions | copyright
        | copyright and license | copyright and licence | copyright information | copyright and permissions
        | license | licence | license information | licence information | licensing | open access
        | open access license | rights | license summary | copyright & license | creative commons | lizenz
        | licencia | licença | droits d'auteur
    """,
    "history": """
        about this article | article history | publication history | history | dates | article dates
        | article information | article info | article notes | bibliographic information
        | submission history | publication dates | article details | historique | artikelgeschichte
        | article history dates
    """,
    "citation": """
        cite this article | cite this article as | cite this as | cite as | cite | how to cite
        | how to cite this article | how to cite this paper | to cite this article | to cite this paper
        | please cite this article as | citation | recommended citation | suggested citation
        | cite this paper | cite this | cite this chapter | cite this work | cite this page | share and cite
        | zitierweise | comment citer | pour citer cet article | cómo citar | cómo citar este artículo
        | como citar | como citar este artigo | come citare | 引用本文
    """,
    "declarations": """
        declarations | declaration | ethics declarations | author declarations
        | additional information and declarations | statements and declarations | additional information
        | other information | back matter | compliance | article notes and declarations
        | declarations and statements | end matter | erklärungen | déclarations | declaraciones
        | declarações
    """,
    "notes": """
        notes | footnotes | footnote | endnotes | end notes | fußnoten | anmerkungen | notes de bas de page
        | notas | note | publisher's note | publisher note | disclaimer | abbreviations | nomenclature
        | list of abbreviations | peer review | peer review information | reviewer information
        | peer review file | reporting summary | provenance | provenance and peer review | change history
        | publisher information | editorial note | dedication
        | generative ai and ai-assisted technologies in the writing process
        | generative ai in scientific writing | use of artificial intelligence | use of generative ai
        | use of ai tools | ai disclosure
    """,
    "supplementary": """
        supplementary information | supplementary material | supplementary materials | supplementary data
        | supporting information | supporting material | supplemental information | supplemental material
        | supplemental materials | supplemental data | supplement | supplements
        | electronic supplementary material | additional file | additional files | additional material
        | appendix | appendices | associated content | online supplementary material | source data
        | extended data | extended data figures and tables | appendix a | appendix b | appendix c
        | appendix a. supplementary data | ancillary | anhang | annexe | annexes | anexo | anexos | apéndice
        | apêndice
    """,
    "cited_by": """
        cited by | this article is cited by | citing articles | citing documents | cited documents | citing literature
        | articles citing this article | articles citing this paper | similar articles | related articles
        | related content | recommended | recommended articles | similar content being viewed by others
        | further reading | suggested reading | recommended reading | related literature | you may also like
        | we recommend | people also read | more like this | most read | most cited | read next
        | more from this journal | associated content and related articles | related papers
        | related reading
    """,
    "body": """
        introduction | background | data | data and methods | methods and data | materials
        | summary and conclusions | summary and conclusion | summary and discussion | summary and outlook
        | methods | method | materials and methods | methods and materials | material and methods
        | methodology | results | results and discussion | discussion | discussion and conclusions
        | discussion and conclusion | conclusion | conclusions | concluding remarks | conclusion and outlook
        | conclusions and outlook | main | main text | case report | case presentation | case description
        | experimental | experimental section | experimental procedures | online methods
        | patients and methods | subjects and methods | theory | limitations | future work | related work
        | literature review | objectives | objective | aims | implications | statistical analysis
        | strengths and limitations | einleitung | methoden | methodik | material und methoden | ergebnisse
        | diskussion | schlussfolgerung | schlussfolgerungen | fazit | méthodes | matériel et méthodes
        | matériels et méthodes | résultats | conclusion générale | introducción | métodos
        | material y métodos | materiales y métodos | metodología | resultados | discusión | conclusiones
        | conclusión | introdução | material e métodos | materiais e métodos | metodologia | discussão
        | conclusão | conclusões | considerações finais | introduzione | materiali e metodi | risultati
        | discussione | conclusioni | inleiding | methoden en materialen | resultaten | discussie
        | conclusie | wstęp | wprowadzenie | wyniki | dyskusja | wnioski | введение | материалы и методы
        | результаты | обсуждение | заключение | выводы | вступ | 引言 | 绪论 | 前言 | 方法 | 结果 | 讨论
        | 结论 | はじめに | 緒言 | 結果 | 考察 | 結論 | おわりに | 서론 | 결과 | 고찰 | 결론 | key points
        | highlights | significance | significance statement | author summary | plain language summary
        | lay summary | editor's summary | graphical abstract | visual abstract | synopsis | teaser
        | elife digest | in brief | why this matters | main points | what is already known on this topic
        | key messages
    """,
    "boilerplate": """
        metrics | article metrics | access options | rent or buy this article | figures | tables
        | figures and tables | share | share this article | share this | comments | search | quick links
        | publish with us | navigation | menu | sections | subjects | download | downloads | download pdf
        | download references | download citation | export citation | explore content | about the journal
        | advertisement | subscribe | sign up | follow us | sign in | log in | login | view options
        | article tools | tools | get access | information | actions | jump to | jump to section | go to
        | table of contents | article contents | in this article | on this page | contact us | newsletter
        | privacy policy | cookie policy | terms of use | terms and conditions | help | support center
        | latest articles | current issue | published in | article usage | usage metrics | altmetric
        | buy article | buy now | subscribe to journal | instant access | rights link
        | submit your manuscript | journal information | about this journal
    """,
}
