"""Names for made-up references: what the training data of one field of science lacks."""

from __future__ import annotations

JOURNALS = """
Nature|Science|Cell|Langmuir|Viruses|Sensors|Molecules|Cancers|Nutrients|Neuron|Immunity|Blood|Brain|Gut|Thorax|Chest
Pain|Ecology|Oecologia|Oikos|Ecology Letters|Tetrahedron|Gene|Genetics|Genomics|Genome Biology|Genome Res|Genome Research
PLoS One|PLoS ONE|PLOS ONE|PLoS Biol|PLoS Comput. Biol.|eLife|F1000Research|PeerJ|BMJ|BMJ Open|Lancet|The Lancet|JAMA
N Engl J Med|N. Engl. J. Med.|New England Journal of Medicine|Lancet Oncol|Ann Intern Med|JAMA Intern Med|Am J Epidemiol
J Clin Oncol|J Clin Invest|J. Clin. Invest.|J Biol Chem|J. Biol. Chem.|The Journal of Biological Chemistry|EMBO J|EMBO Rep.
Nat Commun|Nat. Commun.|Nature Communications|Nat. Genet.|Nat. Methods|Nat. Neurosci.|Nat. Rev. Genet.|Nature Medicine
Proc Natl Acad Sci U S A|Proc. Natl. Acad. Sci. U.S.A.|Proc. Natl Acad. Sci. USA|PNAS|Sci. Adv.|Science Advances|Sci Rep
Scientific Reports|Nucleic Acids Res|Nucleic Acids Res.|Bioinformatics|BMC Bioinformatics|BMC Public Health|Trials|Cochrane Database Syst Rev
J. Am. Chem. Soc.|J Am Chem Soc|Angew. Chem. Int. Ed.|Angewandte Chemie International Edition|Chem. Rev.|Chem. Soc. Rev.|Chem. Commun.
Org. Lett.|J. Org. Chem.|Inorg. Chem.|J. Phys. Chem. B|J. Chem. Phys.|Phys. Chem. Chem. Phys.|ACS Nano|Nano Lett.|Adv. Mater.
Advanced Functional Materials|Appl. Phys. Lett.|J. Appl. Phys.|Phys. Rev. X|Phys. Rev. Lett.|Rev. Mod. Phys.|Astrophys. J.|Astron. J.|ApJ|MNRAS|A&A
Geophys. Res. Lett.|J. Geophys. Res.|J. Geophys. Res.-Atmos.|Atmos. Chem. Phys.|J. Climate|J. Atmos. Sci.|Mon. Wea. Rev.|Q. J. Roy. Meteor. Soc.
Earth and Planetary Science Letters|Geology|Quaternary Science Reviews|Remote Sens. Environ.|Water Resources Research|Hydrol. Earth Syst. Sci.
Zootaxa|ZooKeys|Journal of Animal Ecology|Trends in Ecology & Evolution|Trends Cogn. Sci.|Annual Review of Psychology|Annu. Rev. Immunol.
Psychological Review|Psychological Methods|Journal of Personality and Social Psychology|Psychol Bull|Child Development|J Exp Psychol
Econometrica|American Economic Review|The Quarterly Journal of Economics|Journal of Finance|Journal of Political Economy|Energy J.
American Journal of Sociology|Social Forces|American Political Science Review|World Politics|Past & Present|The American Historical Review
PMLA|Critical Inquiry|New Literary History|Mind|The Journal of Philosophy|Philosophy and Phenomenological Research|Isis|Speculum
Revue d'histoire littéraire de la France|Annales|Historische Zeitschrift|Revista de Saúde Pública|Economia Aplicada|Cadernos de Saúde Pública
Annals of Mathematics|Ann. of Math. (2)|Invent. Math.|Trans. Amer. Math. Soc.|Comm. Pure Appl. Math.|Duke Math. J.|SIAM J. Numer. Anal.
IEEE Trans. Pattern Anal. Mach. Intell.|IEEE Transactions on Industry Applications|IEEE Access|Proc. IEEE|Commun. ACM|ACM Comput. Surv.
Journal of Machine Learning Research|J. Mach. Learn. Res.|Artificial Intelligence|Machine Learning|Neural Computation|Pattern Recognition
Acta Crystallogr. D|Acta Cryst. A|J. Appl. Cryst.|Macromolecules|Polymer|Biomaterials|Carbon|Fuel|Energy|Desalination|Water Research
Am J Psychiatry|Arch Gen Psychiatry|Biol Psychiatry|J Affect Disord|Psychol Med|Addiction|J Neurosci|The Journal of Neuroscience
J. Neurosci.|Cerebral Cortex|NeuroImage|Epilepsia|Epilepsy Behav.|Stroke|Circulation|Eur Heart J|J Am Coll Cardiol|Hypertension|Diabetes Care
Br J Sports Med|Can J Surg|Ann Surg|Anesthesiology|Spine|Radiology|Ophthalmology|J Urol|Gastroenterology|Hepatology|Am J Clin Nutr
J Bacteriol|J. Bacteriol.|Mol Microbiol|Infect Immun|J Virol|J. Virol.|Antimicrob. Agents Chemother.|Clin Infect Dis|Emerg Infect Dis
Plant Physiol.|The Plant Cell|New Phytologist|Planta|Theor Appl Genet|Crop Science|Agronomy Journal|Pak Vet J|J Dairy Sci|Poult Sci
Fish Bull|Marine Biology|Mar. Ecol. Prog. Ser.|Limnology and Oceanography|Conservation Biology|Biological Conservation|Growth
"""

PUBLISHERS = """
Cambridge University Press|Oxford University Press|Oxford Univ. Press|Cambridge Univ. Press|Springer|Springer-Verlag|Wiley|John Wiley & Sons
Wiley-Blackwell|Blackwell|Elsevier|Academic Press|Pergamon|North-Holland|CRC Press|Taylor & Francis|Routledge|Sage|SAGE Publications|MIT Press
Princeton University Press|Harvard University Press|Yale University Press|University of Chicago Press|University of California Press|McGraw-Hill
Prentice Hall|Addison-Wesley|Pearson|Macmillan|Palgrave Macmillan|Penguin|Random House|Little, Brown|Norton|W. W. Norton|W. H. Freeman|Freeman
Birkhäuser|de Gruyter|De Gruyter|Brill|Peter Lang|Suhrkamp|Gallimard|Seuil|PUF|Presses Universitaires de France|Vandenhoeck & Ruprecht|Thieme
Lippincott Williams & Wilkins|Saunders|Mosby|Karger|IOS Press|World Scientific|American Mathematical Society|SIAM|IEEE|ACM|AIP|Kluwer
American Psychological Association|American Psychiatric Association|World Health Organization|World Bank|OECD|UNESCO|National Academies Press
US Geological Survey|Island Press|Sinauer|Cold Spring Harbor Laboratory Press|Science Press|Curran Associates|Psychological Corporation
"""

PLACES = """
Cambridge|Oxford|London|New York|New York, NY|Cambridge, MA|Boston|Boston, MA|Chicago|Chicago, IL|San Francisco|San Francisco, CA|Washington, DC
Washington, D.C.|Philadelphia|Philadelphia, PA|Berlin|Heidelberg|Berlin, Heidelberg|Paris|Amsterdam|Dordrecht|Boca Raton, FL|Thousand Oaks, CA
Geneva|Geneva, Switzerland|Basel|Zürich|Stuttgart|München|Frankfurt am Main|Göttingen|Leipzig|Wien|Milano|Roma|Madrid|Barcelona|São Paulo
Rio de Janeiro|Brasília|Lisboa|Moscow|Tokyo|Beijing|Beijing, China|Singapore|New Delhi|Sydney|Toronto|Hoboken, NJ|Princeton|New Haven|Dublin
Chichester|Edinburgh|Providence, RI|Reading, MA|Hillsdale, NJ|Berkeley|Stockholm|Copenhagen|Budapest|Praha|Warszawa|San Antonio, TX
"""

ORGANISATIONS = """
World Health Organization|WHO|IPCC|OECD|U.S. Census Bureau|U.S. Department of Agriculture|National Institute for Health and Care Excellence|IEA
Centers for Disease Control and Prevention|European Commission|UNICEF|FAO|World Bank|UNESCO|R Core Team|R Development Core Team|NICE|FDA
American Psychiatric Association|National Research Council|Institute of Medicine|International Energy Agency|Food and Drug Administration|IBGE|BRASIL
Association for Psychological Science|Ministry of Health|Office for National Statistics|Eurostat|European Medicines Agency|ISO|NASA|USDA
Organização para a Cooperação e Desenvolvimento Económico|Associação Brasileira de Normas Técnicas|Ministério da Saúde
Ministerio de Educación|Instituto Nacional de Estadística|Ministère de la Culture|Statistisches Bundesamt|Bundesministerium für Bildung
American Diabetes Association|Intergovernmental Panel on Climate Change|The STAR Collaboration|ENCODE Project Consortium|Statistics Korea
"""

UNIVERSITIES = """
University of Oxford|Stanford University|Massachusetts Institute of Technology|MIT|University of Michigan|Universität Heidelberg|ETH Zürich
Universidade de São Paulo|Université Paris-Sud|University of California, Berkeley|Seoul National University|Kyoto University|Delft University of Technology
Université Paris I Panthéon-Sorbonne|Princeton University|Peking University|University of Toronto|Universidad Complutense de Madrid|Lund University
"""

WEB_TITLES = """
Global tuberculosis report 2019|World population prospects 2022|Quick Stats|R: A language and environment for statistical computing
Methodology for the intercensal population estimates|2014 submission guidelines|Anuário estatístico: ano base 2010|Revenue statistics
Novel Coronavirus (2019-nCoV) situation reports|World Energy Outlook 2021|ClinicalTrials.gov|Guidelines on physical activity|Climate Change 2014
Turbellarian taxonomic database. Version 1.5|The state of food and agriculture 2012|Global aridity index and climate database v3|Waterbirds
Summary for policymakers|Software for image analysis (v2.1)|Data and supplementary materials for energy demand|Adult obesity facts
"""

REPOSITORIES = "Zenodo|figshare|Dryad Digital Repository|Dryad|GitHub|Harvard Dataverse|PANGAEA|Open Science Framework|Mendeley Data"


def listed(text: str) -> list[str]:
    """Split one of the lists above."""
    return [name for line in text.strip().splitlines() for name in line.split("|")]
