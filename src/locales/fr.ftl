# Tout ce qu'un utilisateur lit en français. Les espaces insécables sont des caractères U+00A0.
# Un test refuse une espace ordinaire devant : ; ? ! % » ou après «, et une clé absente de en.ftl.

not-available = n.d.
list-separator = {", "}
source-line = Source : { $source }, { $year }.

month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre
season-spring = printemps { $of }
season-summer = été { $of }
season-autumn = automne { $of }
season-winter = hiver { $of }
quarter-1 = 1er trimestre { $of }
quarter-2 = 2e trimestre { $of }
quarter-3 = 3e trimestre { $of }
quarter-4 = 4e trimestre { $of }
half-1 = 1er semestre { $of }
half-2 = 2e semestre { $of }
part-start = début { $of }
part-middle = mi-{ $of }
part-end = fin { $of }
school-year = année scolaire { $of }
launch-planned = { $period } (prévu)

# Les très grandes tables
diagnostic-and-more = { $n ->
    [one] (et une autre remarque de même nature, comptée ici sans être détaillée)
   *[other] (et { $count } autres remarques de même nature, comptées ici sans être détaillées)
 }

severity-error = ERREUR
severity-warning = À VOIR
severity-info = INFO

## HTML, PDF, éditions

html-skip = Aller au contenu
html-table = Tableau : { $table }
html-data = Données du graphique : { $table }
html-traces = D'où vient chaque nombre
html-traces-sentence = Chaque nombre du bilan mène ici : ce qu'il compte, sur combien, les labs qu'il compte et les cellules où ils le disent. Les mêmes lignes sont dans data/figures.csv et data/trace.csv.
html-traces-many = { $count } labs : voir data/trace.csv ou data/trace.parquet.
html-out-of = sur { $base }.
html-footer = Page écrite par labcensus ; elle ne charge rien, n'enregistre rien et se lit sans réseau.
pdf-figure = Figure
label-table = Tableau
pdf-annex = Annexe : les fiches des labs
cli-arg-only = Écrire seulement ces formats, les autres restant tels quels : html, pdf, xlsx, md, charts, data
cli-arg-threshold = Dans l'édition diffusion, ne pas publier les nombres de moins de N personnes (2 ou plus), ni de quoi les retrouver ; pas avec --only, qui laisserait les autres formats tels quels
cli-arg-edition = diffusion (par défaut : données personnelles masquées), interne (tout, dans un dossier à part) ou les deux
cli-arg-open = Ouvrir le bilan une fois écrit
cli-watch = Refait le bilan dès qu'un fichier de surveys change, jusqu'à Ctrl-C
watch-waiting = En attente d'un changement dans { $folder }. Ctrl-C pour arrêter ; dans le navigateur, F5 pour recharger le bilan.
watch-changed = { $file } a changé : le bilan est refait.
cli-not-opened = { $file } est écrit mais n'a pas pu être ouvert : { $message }

## Rapport

report-title = { $census }, { $year }
report-subtitle = Réponses reçues jusqu'au { $date }.
report-author = 110 bis, lab d'innovation de l'Éducation nationale
label-contents = Sommaire
label-back = Retour au bilan
label-source = Source
label-read-in = Lu dans
label-question = Question
label-answer = Réponse
label-understood = Compris comme

section-key-figures = Chiffres-clés
sheet-key-figures = Sommaire
key-received = { $n ->
    [one] fiche reçue, sur { $base } lab connu
   *[other] fiches reçues, pour { $base } labs connus de l'équipe nationale
  }
key-academies = { $n ->
    [one] académie au registre à la date de clôture
   *[other] académies au registre à la date de clôture
  }
key-highest = { $n ->
    [one] lab actif, sur { $base } répondants à la question
   *[other] labs actifs, sur { $base } répondants à la question
  }
key-people = { $n ->
    [one] personne dans les équipes, d'après { $base } lab qui la compte
   *[other] personnes dans les équipes, d'après les { $base } labs qui les comptent
  }
finding-single = { $question } : { $list }, sur { $base } { $n ->
    [one] répondant
   *[other] répondants
  } à la question.
finding-multiple = { $question } : les réponses les plus citées sont { $list }, sur { $base } { $n ->
    [one] répondant
   *[other] répondants
  } à la question (plusieurs réponses possibles).
finding-part = { $answer } ({ $count })

section-response = Qui a répondu
sheet-response = Réponse
response-sentence = { $n ->
    [0] Aucune fiche n'a été reçue.
    [one] { $count } fiche a été reçue. L'équipe nationale connaît { $known } labs, et le registre compte { $academies } académies.
   *[other] { $count } fiches ont été reçues. L'équipe nationale connaît { $known } labs, et le registre compte { $academies } académies.
  }
response-received = Fiche reçue
response-known-silent = Lab connu, sans réponse
response-none = Pas de lab connu, pas de réponse
response-without = Académies sans fiche : { $names }.
reading-response = Lecture : chaque académie du registre est comptée une fois. Un lab connu dont l'académie n'est pas précisée compte parmi les labs sans réponse.
table-response = Réponses des académies, { $year }
claim-response-received = labs
claim-open = À rapprocher avant publication : { $announced } { $what } annoncés ({ $source }), { $computed } comptés par le recensement. Donnez la raison de l'écart dans edition.toml (reason.fr).
claim-explained = { $announced } { $what } annoncés ({ $source }), { $computed } comptés par le recensement : { $reason }

question-respondents = { $n ->
    [0] Aucun lab n'a répondu à la question.
    [one] { $count } lab a répondu à la question, sur { $base } fiches reçues.
   *[other] { $count } labs ont répondu à la question, sur { $base } fiches reçues.
  }
question-respondents-multiple = { $n ->
    [0] Aucun lab n'a répondu à la question.
    [one] { $count } lab a répondu à la question, sur { $base } fiches reçues. Plusieurs réponses étaient possibles : les parts ne s'additionnent pas.
   *[other] { $count } labs ont répondu à la question, sur { $base } fiches reçues. Plusieurs réponses étaient possibles : les parts ne s'additionnent pas.
  }
question-undecided = { $n ->
    [one] Une réponse attend la décision d'une personne et n'est pas comptée : { $names }.
   *[other] { $n_words } réponses attendent la décision d'une personne et ne sont pas comptées : { $names }.
  }
reading-single = { $n ->
    [one] Lecture : { $count } lab sur { $base } répondants à la question répond « { $answer } », soit { $share }.
   *[other] Lecture : { $count } labs sur { $base } répondants à la question répondent « { $answer } », soit { $share }.
  }
reading-multiple = { $n ->
    [one] Lecture : { $count } lab sur { $base } répondants à la question cite « { $answer } », soit { $share }.
   *[other] Lecture : { $count } labs sur { $base } répondants à la question citent « { $answer } », soit { $share }.
  }
table-terms = { $question }, nombre de labs, { $year }
column-answer = Réponse
column-labs = Labs
column-base-question = Répondants à la question
column-base-respondents = Fiches reçues
column-base-academies = Académies
column-share = Part
column-academies = Académies
column-academies-count = Nombre
column-academies-helped = Académies
column-response = Situation

section-launches = Lancements
sheet-launches = Lancements
launches-sentence = { $n ->
    [0] Aucun lab ne donne de date de lancement.
    [one] { $count } lab sur { $base } donne une date de lancement.
   *[other] { $count } labs sur { $base } donnent une date de lancement.
  } Une date postérieure à la clôture du recensement, ou annoncée comme telle, est prévue.
launches-undated = Sans date : { $names }.
table-launches = Labs par année de lancement
column-year = Année
column-launched = Lancés
column-planned = Prévus

section-team = Équipes
sheet-team = Équipes
team-sentence = { $n ->
    [0] Aucun lab ne dit combien de personnes il compte.
    [one] { $count } lab sur { $base } dit combien de personnes il compte : { $total }.
   *[other] { $count } labs sur { $base } disent combien de personnes ils comptent : { $total } en tout, de { $min } à { $max } par lab, { $median } pour le lab médian.
  }
team-sentence-total = { $count } labs sur { $base } disent combien de personnes ils comptent : { $total } en tout. La taille des plus petites équipes n'est pas publiée.
team-sentence-withheld = { $n ->
    [one] { $count } lab sur { $base } dit combien de personnes il compte
   *[other] { $count } labs sur { $base } disent combien de personnes ils comptent
  }. Ces nombres ne sont pas publiés.
team-people = Personnes
team-fte = Équivalents temps plein (ETP)
team-exactly = { $n ->
    [0] aucun membre
    [one] { $count } personne
   *[other] { $count } personnes
  }
team-about = environ { $count } personnes
team-between = { $least } à { $most } personnes
team-fte-count = { $count } ETP
reading-team = Les personnes et les équivalents temps plein sont deux mesures, jamais additionnées. Seuls les nombres donnés exactement comptent.
table-team = Taille des équipes
column-measure = Mesure
column-total = Total
column-median = Médiane
column-min = Minimum
column-max = Maximum

section-nonresponse = Questions sans réponse
sheet-nonresponse = Sans réponse
nonresponse-sentence = Parmi les labs dont la fiche a été reçue, ceux qui n'ont pas répondu à chaque question.
reading-nonresponse = « ? », « néant » et une case vide sont une absence de réponse ; une réponse qui attend une décision n'en est pas une.
nonresponse-not-asked = { $n ->
    [one] Une question du recensement n'était dans aucun des formulaires reçus : { $list }. Personne n'a donc pu y répondre, et elle n'est pas dans le tableau.
   *[other] { $n_words } questions du recensement n'étaient dans aucun des formulaires reçus : { $list }. Personne n'a donc pu y répondre, et elles ne sont pas dans le tableau.
}
table-nonresponse = Labs qui n'ont pas répondu, par question
column-question = Question
column-unanswered = Sans réponse

section-labs = Les labs
sheet-labs = Labs
labs-sentence = Une ligne par lab dont la fiche a été reçue ; le nom mène à sa fiche complète.
table-labs = Labs d'académie
column-academy = Académie

section-diagnostics = Points à vérifier
sheet-diagnostics = Qualité
diagnostics-sentence = { $errors ->
    [0] Aucune erreur
    [one] Une erreur
   *[other] { $errors } erreurs
  }, { $warnings ->
    [0] aucun point à voir.
    [one] un point à voir avant publication.
   *[other] { $warnings } points à voir avant publication.
  }
table-diagnostics = Ce que la lecture a remarqué
column-severity = Importance
column-where = Où
column-message = Constat
column-advice = Que faire

section-reading = Aide à la lecture
sheet-reading = Aide à la lecture
reading-bases = Un même nombre de labs donne des parts différentes selon ce à quoi on le rapporte. Chaque tableau dit sa base ; les quatre bases du recensement sont les répondants à la question, qui varient d'une question à l'autre, et les trois qui suivent.
table-bases = Les bases
column-base = Base
column-size = Taille
column-meaning = Ce qu'elle compte
base-respondents = Fiches reçues
base-respondents-meaning = Les labs dont la réponse a été reçue et comprise.
base-known-labs = Labs connus
base-known-labs-meaning = Les labs que l'équipe nationale connaît, déclarés dans edition.toml.
base-academies = Académies
base-academies-meaning = Les académies du registre à la date de clôture.
reading-sources = Les cellules d'où vient chaque nombre sont dans data/trace.csv ; le sort de chaque cellule lue, dans data/cells.csv.

answer-missing = sans réponse
answer-to-review = à valider

chart-single-subtitle = Nombre de labs selon leur réponse, sur { $base } répondants à la question, { $year }
chart-multiple-subtitle = Nombre de labs qui citent chaque réponse (plusieurs possibles), sur { $base } répondants à la question, { $year }
chart-terms-description = Barres horizontales. { $question }, sur { $base } répondants à la question en { $year } : { $list }.
chart-title-maturity = { $n ->
    [0] aucun lab n'est encore actif en { $year }
    [one] { $n_words } lab d'académie sur { $base_words } est actif en { $year }
   *[other] { $n_words } labs d'académie sur { $base_words } sont actifs en { $year }
  }
chart-title-single = { $n ->
    [one] { $n_words } lab sur { $base_words } répond « { $answer } »
   *[other] { $n_words } labs sur { $base_words } répondent « { $answer } »
  }
chart-title-first = { $n ->
    [one] { $answer } : { $n_words } lab sur { $base_words }, devant toute autre réponse
   *[other] { $answer } : { $n_words } labs sur { $base_words }, devant toute autre réponse
  }
chart-title-two = { $answer } et { $second } en tête, avec { $n_words } labs sur { $base_words }
chart-title-tied = plusieurs réponses en tête, avec { $n_words } labs sur { $base_words }
chart-title-launches = { $n ->
    [0] aucun lab n'a encore été lancé
    [one] { $n_words } lab a été lancé en { $launch_year }
   *[other] { $n_words } labs ont été lancés en { $launch_year }
  }
chart-launches-subtitle = Nombre de labs par année de lancement, { $base } dates données sur { $respondents } fiches reçues
chart-launches-description = Colonnes par année de lancement : { $list }.
chart-launches-part = { $planned ->
    [0] { $count } en { $launch_year }
   *[other] { $count } en { $launch_year } et { $planned_count } prévus
  }
chart-planned = { $n ->
    [one] prévu
   *[other] prévus
  }
chart-undated = Sans date

## Cartes
codebook-what-tile = une colonne ou une ligne de tuile (un nombre entier, compté depuis 0)
diagnostic-map-unreadable = La vraie carte n'est pas dessinée : le fond de carte « { $map } » est inutilisable ({ $map-reason }{ $at }). La carte en tuiles l'est.
    .hint = Corrigez ou remplacez ce fichier dans surveys/codebook, ou retirez [map] de census.toml.
fact-map-reason-missing = il manque
fact-map-reason-too-large = il dépasse 64 Mo
fact-map-reason-not-json = ce n'est pas du JSON, ligne
fact-map-reason-no-feature = il ne contient aucun contour
fact-map-reason-no-name = un contour n'a ni propriété « academie » ni propriété « code », contour
fact-map-reason-no-polygon = un contour n'est pas un polygone, contour
fact-map-reason-not-degrees = des coordonnées ne sont pas en degrés, contour
diagnostic-map-incomplete = { $map-kind } : { $names } (fond de carte « { $map } »).
    .hint = Complétez le fichier, ou corrigez la propriété « academie » ou « code » de ces contours.
fact-map-kind-missing = Académies absentes de la vraie carte
fact-map-kind-unknown = Contours qui ne sont d'aucune académie
section-maps = Les académies sur la carte
sheet-maps = Cartes
standing-unclear = Fiche reçue, état à préciser
standing-nothing = Pas de réponse
standing-absent = n'existait pas
map-part = { $answer } : { $names }
map-separator = {" ; "}
map-title-maturity = { $n ->
    [0] aucune académie n'a encore de lab actif en { $year }
    [one] { $n_words } académie sur { $base } a un lab actif en { $year }
   *[other] { $n_words } académies sur { $base } ont un lab actif en { $year }
  }
map-title = { $n ->
    [one] { $n_words } académie sur { $base } : « { $answer } » en { $year }
   *[other] { $n_words } académies sur { $base } : « { $answer } » en { $year }
  }
map-tiles-subtitle = { $question } par académie, { $year }. Une tuile par académie, à peu près à sa place
map-tiles-description = Carte en tuiles, une par académie. { $question }, { $year }. { $list }.
map-outlines-subtitle = { $question } par académie, { $year }
map-outlines-description = Carte des académies. { $question }, { $year }. { $list }.
map-missing = Hors de la carte : { $names }.
map-source-line = Source : { $source }, { $year } ; { $credit }.
table-map = Les académies et leur lab, { $year }
column-region = Région académique
reading-map = Lecture : les points disent la même chose que la couleur. Plus il y en a de pleins, plus le lab est avancé.
section-paths = Annexe : le parcours de chaque académie
sheet-paths = Parcours
paths-subtitle = État d'avancement déclaré chaque année, de { $first } à { $last }. Une ligne par académie, un carré par année
paths-description = Une ligne par académie, un carré par année de { $first } à { $last } ; le tableau qui suit donne chaque état.
table-paths = Parcours des académies
reading-paths = Lecture : chaque ligne se lit de gauche à droite. Un carré absent : l'académie n'existait pas cette année-là.
paths-title = Le parcours de chaque académie, de { $first } à { $last }
fiche-previous = En { $before } : { $answer }.
fiche-reference = Au plan national : { $list }, sur { $base } { $n ->
    [one] répondant
   *[other] répondants
  } à la question.
fiche-reference-launch = Au plan national : { $count } { $n ->
    [one] lab lancé
   *[other] labs lancés
  } en { $launch_year }, sur { $base } dates données.
fiche-reference-planned = Au plan national : { $count } { $n ->
    [one] lancement prévu
   *[other] lancements prévus
  } en { $launch_year }, sur { $base } dates données.
fiche-reference-team = Au plan national : l'équipe médiane compte { $median } personnes, d'après { $count } { $n ->
    [one] lab qui la compte
   *[other] labs qui la comptent
  }.
fiche-path = Parcours du lab
before-no-form = pas de fiche reçue
section-trace = D'un chiffre aux cellules
sheet-trace = Traçabilité
trace-sentence = Chaque chiffre du rapport, les académies qu'il compte et la cellule où chacune le dit ; le lien ouvre la fiche à cet endroit.
table-trace = Origine de chaque chiffre, { $year }
column-figure = Chiffre
column-value = Valeur
section-answers = Les réponses telles qu'elles ont été écrites
sheet-answers = Réponses écrites
answers-sentence = Chaque réponse de chaque fiche : ce qui a été écrit, ce qui en a été compris, et où.
table-answers = Réponses, { $year }
column-question = Question
column-written = Écrit
column-understood = Compris comme
sheet-cut = Seules les { $count } premières lignes sont ici : toutes sont dans { $file }.
series-sentence = Chaque édition compte tous les labs qui y ont répondu : le nombre de répondants, donné chaque fois, change d'une année à l'autre.
reading-series = Lecture : une hausse du nombre peut venir de nouveaux répondants.
series-not-asked = –
series-out-of = sur { $base }
series-respondents = Labs ayant répondu à la question
series-absent = – : réponse non demandée cette année-là.
series-cut = Trait plein : les années de part et d'autre ne se comparent pas.
series-partly = Trait tireté : les années de part et d'autre ne se comparent qu'en partie.
series-part = { $answer } : { $from } en { $first }, { $to } en { $last }
series-part-once = { $answer } : { $to } en { $last }
table-series = { $question } d'année en année, nombre de labs
series-ladder-title-maturity = { $n ->
    [0] aucun lab actif en { $last }
    [one] { $n_words } lab actif en { $last }
   *[other] { $n_words } labs actifs en { $last }
  }, contre { $m_words } en { $first }
series-ladder-title-maturity-alone = { $n ->
    [0] aucun lab actif en { $last }
    [one] { $n_words } lab actif en { $last }
   *[other] { $n_words } labs actifs en { $last }
  }
series-ladder-title = « { $answer } » : { $n_words } en { $last }, contre { $m_words } en { $first }
series-ladder-title-alone = « { $answer } » : { $n_words } en { $last }
series-ladder-subtitle = { $question } : nombre de labs par année, parmi ceux qui ont répondu à la question
series-ladder-description = Colonnes empilées, une par année. { $question } : { $list }.
series-options-title = { $answer } : { $n } { $n ->
    [one] lab
   *[other] labs
  } sur { $base } en { $last }, { $m } sur { $first_base } en { $first }
series-options-title-alone = { $answer } : { $n } { $n ->
    [one] lab
   *[other] labs
  } sur { $base } en { $last }
series-options-subtitle = { $question } : nombre de labs qui citent chaque réponse (plusieurs possibles), par année
series-options-description = Petits graphiques en colonnes, un par réponse. { $question } : { $list }.
section-crossings = Ce qui va ensemble
sheet-crossings = Croisements
reading-crossings = Lecture : chaque case compte les labs qui sont à la fois dans la ligne et dans la colonne ; plus elle est foncée, plus ils sont nombreux.
crossing-all = Ensemble
crossing-description = Tableau croisé. { $title }. { $subtitle } ; le tableau qui suit donne chaque nombre.
by-stage-title-maturity = { $all ->
    [yes] les { $base } labs actifs citent tous « { $answer } »
   *[no] { $n_words } { $n ->
        [one] lab actif sur { $base } cite
       *[other] labs actifs sur { $base } citent
      } « { $answer } »
  }
by-stage-title = { $n_words } { $n ->
    [one] lab sur { $base } cite « { $answer } »
   *[other] labs sur { $base } citent « { $answer } »
  }, au stade « { $stage } »
by-stage-subtitle = { $question } selon l'état d'avancement, nombre de labs, { $year }
table-by-stage = { $question } selon l'état d'avancement, { $year }
together-title = { $n_words } { $n ->
    [one] lab sur { $base } cite
   *[other] labs sur { $base } citent
  } à la fois « { $row } » et « { $column } »
together-subtitle = { $down } (lignes) et { $across } (colonnes) cités par un même lab, nombre de labs, { $year }
table-together = { $down } et { $across } cités ensemble, { $year }
transition-entered = Nouveau
transition-silent = Sans réponse
transition-left = Disparu
transition-corner = { $from } ↓ { $to } →
transition-total = Ensemble { $from }
transition-note = Cases encadrées : même état les deux années.
transition-title = { $n ->
    [0] aucun lab ne progresse
    [one] { $n_words } lab progresse
   *[other] { $n_words } labs progressent
  } de { $from } à { $to }, { $m ->
    [0] aucun ne recule
    [one] un recule
   *[other] { $m_words } reculent
  }
transition-subtitle = { $question } en { $from } (lignes) et en { $to } (colonnes), nombre de labs
table-transition = { $question } de { $from } à { $to }, nombre de labs
contact-none = Aucun contact noté
map-contact-title = { $n ->
    [0] aucune académie n'est suivie par l'équipe nationale en { $year }
    [one] { $n_words } académie sur { $base } est suivie par l'équipe nationale en { $year }
   *[other] { $n_words } académies sur { $base } sont suivies par l'équipe nationale en { $year }
  }
map-contact-subtitle = Niveau de contact de chaque académie avec l'équipe nationale, { $year }. Une tuile par académie
map-contact-description = Carte en tuiles, une par académie. Niveau de contact avec l'équipe nationale, { $year }. { $list }.
table-chart-response = { $n ->
    [one] { $n_words } académie sur { $base } a rendu sa fiche
   *[other] { $n_words } académies sur { $base } ont rendu leur fiche
  }
table-chart-projects_move = { $n_words } { $n ->
    [one] projet
   *[other] projets
  } sur { $base } { $category ->
    [entered] { $n ->
        [one] est nouveau
       *[other] sont nouveaux
      }
    [forward] { $n ->
        [one] a avancé
       *[other] ont avancé
      }
    [same] { $n ->
        [one] en est au même stade
       *[other] en sont au même stade
      }
    [back] { $n ->
        [one] est revenu en arrière
       *[other] sont revenus en arrière
      }
    [paused] { $n ->
        [one] a été suspendu
       *[other] ont été suspendus
      }
    [resumed] { $n ->
        [one] a repris
       *[other] ont repris
      }
    [finished] { $n ->
        [one] s'est terminé
       *[other] se sont terminés
      }
   *[left] { $n ->
        [one] a quitté le portefeuille
       *[other] ont quitté le portefeuille
      }
  }
table-leading = { $ties ->
    [1] « { $answer } » en tête : { $n_words } { $unit } sur { $base }
   *[other] { $ties_words } { $rows } à égalité en tête : { $n_words } { $unit } sur { $base } chaque fois
  }
table-unit-sessions_nature = { $n ->
    [one] session
   *[other] sessions
  }
table-unit-sessions_level = { $n ->
    [one] session
   *[other] sessions
  }
table-unit-projects_stage = { $n ->
    [one] projet
   *[other] projets
  }
table-unit-positioning = { $n ->
    [one] académie
   *[other] académies
  }
table-unit-support_kind = { $n ->
    [one] appui
   *[other] appuis
  }
table-unit-obstacles_topic = { $n ->
    [one] frein ou besoin
   *[other] freins ou besoins
  }
table-rows-sessions_nature = natures
table-rows-sessions_level = niveaux
table-rows-projects_stage = stades
table-rows-positioning = groupes
table-rows-support_kind = sortes d'appui
table-rows-obstacles_topic = sujets
table-chart-description = Barres horizontales. { $table } : { $list }.
table-projects-move = Ce que sont devenus les projets depuis l'année précédente
column-project-move = Depuis l'année précédente
column-projects-count = Projets
column-projects-either = Projets de l'une ou l'autre année
project-move-entered = Nouveau
project-move-forward = A avancé
project-move-same = Au même stade
project-move-back = Est revenu en arrière
project-move-paused = A été suspendu
project-move-resumed = A repris
project-move-finished = S'est terminé
project-move-left = A quitté le portefeuille
column-contact = Niveau de contact
fiche-reference-same = Au plan national : { $count } { $labs ->
    [one] lab
   *[other] labs
  } sur { $base } { $n ->
    [one] répondant
   *[other] répondants
  } à la question { $labs ->
    [one] donne cette réponse
   *[other] donnent cette réponse
  }.
table-fiche-path = État, thématiques et services, année par année

## Sort des cellules

reason-above-questions = au-dessus des questions
reason-instructions = mode d'emploi
reason-other-sheet = feuille sans question du recensement
reason-hidden-sheet = feuille masquée
reason-not-ticked = option non cochée
reason-superseded = une autre réponse de la même académie compte
reason-no-academy = académie non trouvée
reason-not-census = fichier sans question du recensement
reason-stray = hors des questions
reason-error-value = cellule en erreur

## Diagnostics

diagnostic-file-unreadable = « { $file } » ne peut pas être lu : { $why }{ $detail }.
    .hint = { $todo }
diagnostic-file-unsupported = « { $file } » est { $why }{ $detail }, ce que labcensus ne lit pas.
    .hint = { $todo }
diagnostic-answers-mixed = La feuille mêle les réponses de plusieurs labs, question par question : elle n'est pas comptée.
    .hint = Triez ses lignes selon la colonne qui nomme les labs, puis relancez.
diagnostic-file-not-census = « { $file } » ne contient aucune question du recensement.
    .hint = Vérifiez que c'est une réponse ; sinon retirez-le de responses/.
diagnostic-academy-unknown = L'académie de « { $file } » n'a pas été trouvée : cette fiche n'est pas comptée.
    .hint = Écrivez l'académie dans le titre de la fiche ou dans le nom du fichier.
diagnostic-academy-conflict = La fiche dit « { $academy } », le nom du fichier « { $other } » : la fiche compte.
    .hint = Corrigez celui des deux qui se trompe.
diagnostic-academy-from-file-name = La fiche ne nomme pas son académie : le nom du fichier l'indique ({ $academy }).
diagnostic-duplicate-response = { $academy } a plusieurs réponses : celle-ci ne compte pas, « { $kept } » compte, { $because ->
    [later] parce qu'elle est plus récente
    [below] parce qu'elle est plus bas dans le même tableau
    [fuller] parce qu'elle répond à plus de questions
   *[name] parce que son nom vient après
  }. { $differs ->
    [none] Les deux disent la même chose.
   *[other] Diffèrent : { $differs }.
  }
    .hint = Retirez de responses/ celle qui ne doit pas compter.
diagnostic-unknown-question = « { $text } » n'est pas une question connue : la réponse est gardée en texte libre.
    .hint = S'il s'agit d'une question du recensement, ajoutez ce libellé à ses « wordings » dans codebook/census.toml.
diagnostic-unread-cell = Cellule non lue : « { $text } ».
    .hint = Déplacez ce texte dans la case de la question à laquelle il répond.
diagnostic-error-cell = La cellule est en erreur ({ $text }) : elle ne compte pas.
    .hint = Corrigez la formule dans le fichier, ou demandez la réponse au lab.
diagnostic-to-review = « { $text } » attend une décision : { $reason }.
    .hint = { $suggestions ->
        [none] Précisez la réponse avec le lab, ou décidez avec « labcensus review ».
       *[other] Réponses proches : { $suggestions }. Décidez avec « labcensus review ».
      }
diagnostic-other-option = « { $text } » est hors de la liste : gardé en texte libre.
diagnostic-sheet-ignored = La feuille « { $sheet } » n'est pas lue : { $reason }.
diagnostic-legacy-encoding = Le texte a été lu en Windows-1252.
diagnostic-litter-ignored = { $count ->
    [one] Un fichier temporaire ou du système a été passé : { $text }.
   *[other] { $count } fichiers temporaires ou du système ont été passés : { $text }.
  }
diagnostic-claim-unreconciled = « { $text } » : { $announced } annoncé ({ $source_fr }), { $computed } compté par le recensement (ligne { $line }).
    .hint = Donnez la raison de l'écart dans edition.toml (reason.fr et reason.en), ou corrigez la valeur annoncée.
diagnostic-claim-reconciled = « { $text } » : { $announced } annoncé ({ $source_fr }), { $computed } compté par le recensement : { $reason_fr }
diagnostic-claim-unknown = « { $text } » n'est pas un chiffre du recensement (ligne { $line }).
    .hint = Les noms des chiffres sont dans data/figures.csv, sans leur année.

fact-reason-instructions = mode d'emploi
fact-reason-other-sheet = aucune question du recensement
fact-reason-hidden-sheet = feuille masquée
fact-reason-unknown = aucune option ne lui ressemble
fact-reason-question = un point d'interrogation
fact-reason-unticked = une case non cochée
fact-reason-negation = une négation ou une fin
fact-reason-tie = plusieurs options conviennent
fact-reason-foreign_words = une option, avec des mots qui n'en sont pas
fact-reason-incomplete = des mots d'une option, mais pas ceux qui la distinguent
fact-reason-near_miss = une orthographe proche d'une option
fact-reason-sub_bullet = une option sous une autre
fact-reason-blocked = une autre partie de la réponse la contredit peut-être
fact-reason-not_alone = plusieurs réponses à une question qui en attend une
fact-reason-retired = une option que cette édition ne propose plus
fact-reason-not_yet = une option que cette édition ne propose pas encore
fact-reason-broken_decision = une décision qui ne vaut plus
fact-reason-negated = une négation
fact-reason-hedged = une réserve
fact-reason-bound = une borne et non une valeur
fact-reason-unexplained = des mots que rien n'explique
fact-reason-no_year = une date sans année
fact-reason-no_date = pas de date
fact-reason-impossible_date = une date impossible
fact-reason-implausible_year = une année invraisemblable
fact-reason-ambiguous_date = une date à deux lectures
fact-reason-several_dates = plusieurs dates
fact-reason-no_size = pas de nombre
fact-reason-unclear_total = un total incertain
fact-reason-unclear_time = un temps de travail incertain
fact-reason-several_bodies = plusieurs académies
fact-reason-several_in_region = une région de plusieurs académies
fact-reason-ambiguous_name = un nom ambigu
fact-reason-seat_only = un siège seulement
fact-reason-contradicted = une contradiction
fact-reason-outside_census = hors du recensement
fact-reason-unknown_body = académie inconnue

## Erreurs

error-read = { $path } : lecture impossible ({ $detail }).
error-write = { $path } : écriture impossible ({ $detail }). Vérifiez vos droits et la place sur le disque ; le rapport précédent est intact.
error-locked = { $path } est ouvert dans un autre programme, sans doute Excel. Fermez-le et relancez ; le rapport précédent est intact.
error-busy = { $path } : une autre exécution de labcensus y écrit. Attendez qu'elle finisse et relancez.
error-codebook = { $path }, ligne { $line } : { $reason }
error-no-year = { $path } : aucun dossier d'année (par exemple 2020). Créez-en un avec « labcensus new », ou indiquez le bon dossier avec --surveys.
error-unknown-year = { $path } : ce dossier n'existe pas. Vérifiez l'année, ou indiquez le bon dossier avec --surveys.
error-nothing-readable = { $path } : aucune réponse exploitable. Lancez « labcensus check » pour savoir pourquoi.
error-target-exists = { $path } existe déjà et n'est pas vide. Choisissez un autre dossier.
error-render = { $what } : { $detail }

codebook-syntax = écriture incorrecte ({ $detail }).
codebook-alias-twice = « { $alias } » désigne à la fois { $first } et { $second }.
codebook-duplicate-id = « { $id } » est défini deux fois.
codebook-unknown-id = « { $id } » n'est pas { $what }.
codebook-overlap = la validité de « { $code } » recouvre celle de la ligne { $other }.
codebook-bad-value = « { $value } » n'est pas { $what }.
codebook-what-vocabulary = un vocabulaire connu
codebook-what-question = une question connue
codebook-what-year = l'année du dossier
codebook-what-date = une date (AAAA-MM-JJ)
codebook-what-term = un terme du vocabulaire
codebook-what-body = un code du registre
codebook-what-field = un champ connu
codebook-what-label = un libellé
codebook-what-anchor = un mot que le terme peut contenir
codebook-what-period = une période dans l'ordre
codebook-what-column = une colonne présente
codebook-what-position = une position géographique
codebook-what-optional-word = un mot qui puisse être facultatif (une négation ne le peut pas)
codebook-what-text = un texte avec au moins une lettre

## Ligne de commande

cli-about = Recense les labs d'innovation : lit les réponses, normalise, compte, écrit le bilan.
cli-usage = Utilisation :
cli-commands = Commandes{"\u00A0"}
cli-command = COMMANDE
cli-arguments = Arguments{"\u00A0"}
cli-options = Options{"\u00A0"}
cli-run = Lit les réponses et écrit le bilan de chaque année
cli-check = Lit et normalise seulement ; affiche ce qui est à voir
cli-new = Crée un recensement à soi : questionnaire, fiche vierge, dossier de l'année
cli-completions = Affiche le script de complétion d'un interpréteur de commandes
cli-value-year = ANNÉE
cli-value-folder = DOSSIER
cli-value-shell = INTERPRÉTEUR
cli-arg-year = Années à traiter ; toutes celles trouvées si aucune n'est nommée
cli-arg-new-year = Année du recensement [par défaut : cette année]
cli-arg-folder = Dossier à créer
cli-arg-surveys = Dossier des réponses et du codebook [par défaut : { $default }]
cli-arg-reports = Dossier des bilans [par défaut : { $default }]
cli-arg-lang = Langue des messages et du bilan [par défaut : fr]
cli-arg-help = Affiche cette aide
cli-arg-version = Affiche la version
cli-arg-shell = bash, zsh, fish, powershell ou elvish
cli-reading = Lecture { $year }
cli-error = ERREUR { $message }
cli-done = { $year } : { $read ->
    [one] 1 fichier lu
   *[other] { $read } fichiers lus
  }, { $labs ->
    [one] 1 lab
   *[other] { $labs } labs
  } ; { $written ->
    [one] 1 fichier écrit
   *[other] { $written } fichiers écrits
  } dans { $folder } en { $time } s. { $attention }
cli-checked = { $year } : { $read ->
    [one] 1 fichier lu
   *[other] { $read } fichiers lus
  }, { $labs ->
    [one] 1 lab
   *[other] { $labs } labs
  }. { $attention }
cli-attention = { $errors ->
    [0] { $warnings ->
        [0] Rien à signaler.
        [one] Un point à voir.
       *[other] { $warnings } points à voir.
      }
    [one] Une erreur, { $warnings ->
        [0] aucun autre point à voir.
        [one] un point à voir.
       *[other] { $warnings } points à voir.
      }
   *[other] { $errors } erreurs, { $warnings ->
        [0] aucun autre point à voir.
        [one] un point à voir.
       *[other] { $warnings } points à voir.
      }
  }
cli-created = Recensement créé dans { $folder }. Envoyez la fiche vierge de { $place }, déposez les réponses dans responses, puis lancez « labcensus run » depuis { $folder }.
usage-invalid-command = ERREUR « { $command } » n'est pas une commande.
usage-unknown-argument = ERREUR « { $argument } » n'est pas une option de cette commande.
usage-invalid-value = ERREUR « { $value } » ne convient pas pour { $argument }.
usage-missing-argument = ERREUR il manque { $argument }.
usage-missing-command = ERREUR il manque une commande.
usage-other = ERREUR cette commande n'est pas comprise.
usage-help = → « labcensus --help » affiche l'aide.
usage-suggestion = → Vouliez-vous dire « { $suggestion } » ?

## Nouveau recensement

form-file = fiche-vierge
form-sheet = Fiche
form-title = RECENSEMENT DES LABS D'INNOVATION { $year }
form-help = Une fiche par lab. Remplissez la colonne de droite ; une aide s'affiche quand une case est choisie.
form-tick = cochez d'un x ce qui convient
form-help-academy = Choisissez votre académie dans la liste.
form-help-lab = Le nom de votre lab, s'il en a un.
form-help-maturity = Choisissez l'état qui décrit le mieux votre lab aujourd'hui.
form-help-launch = Mois et année, par exemple : septembre 2021. Laissez vide si la date n'est pas connue.
form-help-team = Le nombre de personnes et leurs services, par exemple : 4 personnes (2 CARDIE, 2 DRANE). Les ETP se disent à part.
form-help-themes = x si le lab travaille sur cette thématique.
form-help-themes-other = Une thématique par ligne (Alt + Entrée), si la liste ne suffit pas.
form-help-services = x si le lab propose ce service.
form-help-services-other = Un service par ligne (Alt + Entrée), si la liste ne suffit pas.
form-help-highlight = Quelques lignes sur ce dont vous êtes fiers cette année. Ne nommez personne.
form-help-achievements = Ce que le lab a réalisé cette année.
form-help-goals = Ce que le lab prévoit pour l'an prochain.
form-help-information = Ce que le réseau devrait savoir : besoins, difficultés, nouvelles.
form-help-project = Si un projet précède le lab, décrivez-le en quelques lignes.
new-readme =
    # Recensement

    1. Ouvrez `surveys/{ $year }/fiche-vierge.xlsx`, vérifiez-la, envoyez-la à chaque lab.
    2. Déposez ce qui revient, tel quel, dans `surveys/{ $year }/responses/` (xlsx, xls, ods ou csv).
    3. Dites la date de clôture et les labs connus dans `surveys/{ $year }/{ $file }`, l'activité de l'année dans `activity.xlsx`, et écrivez vos textes dans `narrative/` (edito.md…).
    4. Lancez `labcensus check` : chaque point à voir nomme le fichier et la cellule.
    5. Lancez `labcensus run` : le bilan est dans `reports/{ $year }/`.
    6. Les questions, les listes, les registres et l'ordre des sections sont dans `surveys/codebook/` ; adaptez-les.
    7. Les réponses ne sont jamais modifiées ; le bilan peut toujours être refait.
    8. L'an prochain : un dossier `surveys/{ $next }/` à côté de celui-ci.
new-edition =
    # Ce que les fiches ne disent pas.
    year = { $year }

    # Dernier jour des réponses. Une date de lancement postérieure est « prévue ».
    closing_date = { $year }-12-31

    # Labs que l'équipe connaît, qu'ils aient répondu ou non, et codes de ceux qui sont silencieux.
    # known_labs = 14
    # known_silent = ["17"]

    # Nombres déjà annoncés, à rapprocher de ce qui est compté.
    # [[claim]]
    # figure = "response.received"
    # value = 14
    # source.fr = "communiqué de presse"
    # source.en = "press release"
    # reason.fr = "pourquoi le nombre diffère"
    # reason.en = "why the number differs"

    # Nombres-clés qu'aucun registre ne compte, imprimés comme déclarés.
    # [[declared]]
    # figure = "team_members"
    # value = 4
    # label.fr = "membres de l'équipe nationale"
    # label.en = "members of the national team"
    # source.fr = "organigramme du 1er janvier"
    # source.en = "organisation chart of 1 January"

## Tables publiées

dataset-labs = Un lab par académie du registre
dataset-answers = Un élément de réponse par ligne
dataset-cells = Le sort de chaque cellule non vide
dataset-diagnostics = Ce que la lecture a remarqué
dataset-figures = Chaque nombre imprimé
dataset-trace = Les labs et les cellules derrière chaque nombre
dataset-column-year = Année de l'édition
dataset-column-academy-code = Code de l'académie
dataset-column-academy = Académie
dataset-column-lab = Nom du lab
dataset-column-response = Réponse reçue, lab connu sans réponse, ou rien
dataset-column-maturity = État d'avancement, identifiant
dataset-column-maturity-label = État d'avancement, libellé
dataset-column-launch = Lancement, aussi précis que la réponse
dataset-column-launch-precision = Précision du lancement
dataset-column-launch-kind = Lancement effectif ou prévu
dataset-column-team-people = Personnes de l'équipe
dataset-column-team-fte = Équivalents temps plein
dataset-column-contact-level = Niveau de contact avec l'équipe nationale
dataset-column-positioning = Groupe de positionnement
dataset-column-source-file = Fichier de la réponse
dataset-column-source-sha256 = Empreinte SHA-256 du fichier
dataset-column-team-services = Services que l'équipe nomme, séparés par | (libellés de codebook/services.csv)
dataset-column-question = Question
dataset-column-item = Rang dans la réponse
dataset-column-term = Valeur canonique
dataset-column-label = Libellé de la valeur
dataset-column-text = Texte tel qu'écrit
dataset-column-status = État de la réponse
dataset-column-method = Méthode qui l'a comprise
dataset-column-rule = Règle qui a joué
dataset-column-file = Fichier
dataset-column-sheet = Feuille
dataset-column-cell = Cellule
dataset-column-fate = Sort de la cellule
dataset-column-reason = Raison
dataset-column-code = Code du diagnostic
dataset-column-severity = Importance
dataset-column-message = Constat
dataset-column-hint = Que faire
dataset-column-figure = Nom du chiffre
dataset-column-indicator = Indicateur
dataset-column-category = Catégorie
dataset-column-count = Nombre
dataset-column-base = Base
dataset-column-base-kind = Nature de la base
dataset-column-share = Part de la base
dataset-column-comparable = Comparable d'une année à l'autre
dataset-column-note = Remarque
dataset-column-unit = Unité

## Décisions, validation et bon à tirer

diagnostic-decision-stale = La décision de la ligne { $line } de codebook/decisions.csv ne vaut plus : « { $text } » → { $terms }.
    .hint = Décidez à nouveau avec « labcensus review », ou corrigez la ligne.
diagnostic-decision-unused = La décision de la ligne { $line } de codebook/decisions.csv n'a servi à aucune réponse : « { $text } » → { $terms }.
codebook-decided-twice = « { $text } » est déjà décidé à la ligne { $first } : gardez une seule des deux lignes.
codebook-what-key = une clé de décision (minuscules, sans accent ni ponctuation)
codebook-what-ruling = une liste de termes séparés par | (ou NONE)
codebook-what-version = un numéro de version
cli-classify = Dit ce que deviendrait une réponse, et pourquoi
cli-arg-question = Question du recensement, par exemple maturity, themes, services, launch, team ou academy
cli-arg-text = Réponses ; une par ligne sur l'entrée standard si aucune n'est donnée
cli-arg-json = Écrit un objet JSON par ligne
cli-arg-classify-year = Édition dont la date de clôture compte [par défaut : la dernière du dossier, sinon cette année]
cli-value-question = QUESTION
cli-value-text = TEXTE
classify-status-mapped = comprise
classify-status-partly_mapped = comprise en partie
classify-status-decided = décidée
classify-status-to_review = à valider
classify-status-missing = sans réponse
classify-status-free_text = texte libre
classify-status = { $text } : { $status }
classify-terms = { "  " }comprise comme : { $terms }
classify-left = { "  " }à valider : { $left }
classify-found = { "  " }méthode : { $method } ({ $rule })
classify-suggestions = { "  " }réponses proches : { $suggestions }
error-unknown-question = « { $question } » n'est pas une question du recensement. Questions connues : { $known }.
error-unknown-question-near = « { $question } » n'est pas une question du recensement. Vouliez-vous dire « { $nearest } » ? Questions connues : { $known }.
error-changed = { $path } : quelqu'un a modifié ce fichier entre-temps. Rien n'a été écrit ; relancez la commande.
cli-review = Écrit les réponses à valider dans un classeur, ou en reprend les décisions
cli-arg-apply = Classeur rempli, dont les décisions sont à reprendre
cli-arg-by = Qui décide [par défaut : ce qu'en dit le classeur]
cli-arg-on = Jour des décisions [par défaut : aujourd'hui]
cli-value-file = FICHIER
cli-value-name = NOM
cli-value-date = AAAA-MM-JJ
cli-review-written = { $n ->
    [0] Rien à valider ; le classeur { $file } le dit.
    [one] Une réponse à valider dans { $file }.
   *[other] { $n } réponses à valider dans { $file }.
  }
cli-review-applied = { $year } : { $decisions ->
    [0] aucune décision
    [one] une décision reprise
   *[other] { $decisions } décisions reprises
  }, { $aliases ->
    [0] aucun alias ajouté
    [one] un alias ajouté
   *[other] { $aliases } alias ajoutés
  }. À valider : { $before } avant, { $after } après.
error-not-review = { $path } n'est pas un classeur écrit par « labcensus review ».
error-unapplied = { $path } contient des réponses qui n'ont pas été reprises. Reprenez-les avec « labcensus review --apply », ou supprimez le fichier.
error-refused = { $path } : { $count } à corriger, rien n'a été repris. Corrigez les cellules nommées et relancez.
review-file = a-valider.xlsx
review-title = Réponses à valider, { $year }
review-sheet = À valider
review-places = Toutes les places
review-help-sheet = Mode d'emploi
review-progress = Avancement
review-by = Validé par :
review-none = AUCUN
review-yes = oui
review-nothing = Rien n'attend de décision.
review-not-in-list = Choisissez dans la liste
review-wording = Écrivez ce qu'il faut lire, par exemple « septembre 2021 » ou « 3 personnes », ou AUCUN.
review-column-question = question
review-column-decision-key = clé
review-column-label = Question
review-column-text = Texte tel qu'écrit
review-column-where = Où
review-column-count = Combien de fois
review-column-reason = Pourquoi
review-column-suggestion = Réponse proche { $n }
review-column-answer = Réponse à retenir { $n }
review-column-alias = Ajouter comme alias
review-column-note = Note
review-coded = Éléments codés
review-waiting = À valider
review-share = Part codée
review-help =
    Comment valider
    Chaque ligne de la feuille « À valider » est un texte qu'aucune règle ne comprend sûrement. La colonne « Où » ouvre la fiche.
    1. Choisissez dans « Réponse à retenir » ce que le texte veut dire. Si la question admet plusieurs réponses, remplissez plusieurs colonnes.
    2. Choisissez AUCUN si le texte ne correspond à aucune réponse de la liste : il restera un texte libre.
    3. Pour une date de lancement ou une équipe, écrivez ce qu'il faut lire, en clair : « septembre 2021 », « 3 personnes ».
    4. « Ajouter comme alias : oui » fait comprendre ce texte à l'avenir, même au milieu d'une liste. À réserver aux façons de dire générales.
    5. Une ligne laissée vide attendra encore. Vous pouvez trier, filtrer, enregistrer et finir plus tard.
    6. Écrivez votre nom en haut de la feuille, enregistrez, puis lancez : labcensus review --apply a-valider.xlsx
    Une décision vaut pour ce texte exactement (majuscules, accents et ponctuation mis à part), cette année et les suivantes. Elle est gardée dans surveys/codebook/decisions.csv.
review-table-header = question | texte | avant | après
review-already = déjà décidé
review-stale = décision qui ne valait plus
review-aliased = { " " }(alias ajouté)
review-refused = { $file }, cellule { $cell } : { $reason }
review-refused-lost-row = la question ou la clé de la ligne est perdue ; refaites le classeur avec « labcensus review ».
review-refused-unknown-answer = « { $fact } » n'est pas une réponse de la liste.
review-refused-unclear-wording = « { $fact } » n'est pas compris ; écrivez par exemple « septembre 2021 » ou « 3 personnes ».
review-refused-not-offered = « { $fact } » n'est pas proposé dans cette édition ; choisissez dans la liste.
review-refused-none-and-some = AUCUN et une réponse sur la même ligne.
review-refused-several = plusieurs réponses à une question qui en attend une.
review-refused-other-row = la ligne de { $fact } décide autrement du même texte.
review-refused-other-decision = la ligne { $fact } de decisions.csv décide autrement du même texte.
review-refused-alias-needs-one = un alias demande une seule réponse, et un texte d'une seule ligne.
review-refused-alias-without-effect = ce texte ne serait pas compris comme un alias (négation, doute ou état qui se décide au cas par cas) ; décidez sans alias.
review-refused-alias-taken = ce texte désigne déjà { $fact }.
review-refused-changes-case = l'alias changerait le sens d'une réponse connue : « { $fact } ».
review-refused-no-vocabulary-file = le recensement n'a pas son propre fichier de vocabulaire ; créez-le avec « labcensus new ».
fact-reason-wrapped = une phrase peut-être coupée sur deux lignes
fact-reason-decision_only = un état qui se décide au cas par cas
fact-reason-ambiguous = des mots douteux pour ce vocabulaire
fact-reason-mixed = une option mêlée à autre chose
cli-proofs = Écrit un bon à tirer par lab : ce qu'il a écrit, ce qui est compris, où corriger
cli-proofs-written = { $n ->
    [one] Un bon à tirer écrit dans { $folder }.
   *[other] { $n } bons à tirer écrits dans { $folder }.
  } Une fois corrigés, déposez-les dans responses.
proof-folder = bons-a-tirer
proof-file = bon-a-tirer
proof-sheet = Bon à tirer
proof-title = Bon à tirer, recensement { $year } : { $academy }
proof-help-1 = Vérifiez ce que nous avons compris. Ne remplissez que ce qui est à corriger, dans les cases de couleur.
proof-help-2 = Une correction remplace toute la réponse à la question ; AUCUN la vide. Renvoyez ensuite ce fichier.
proof-written = Vous avez écrit
proof-understood = Nous avons compris
proof-correction = Corriger ici
reason-proof-text = texte du bon à tirer
reason-corrected = corrigé par le lab sur son bon à tirer
diagnostic-answer-corrected = Le lab a corrigé « { $text } » ({ $before_place }) en « { $after } » sur son bon à tirer.
diagnostic-proof-unused = Le bon à tirer « { $file } » n'est pas pris en compte : édition { $year_made_for }, académie { $code }.
    .hint = Déposez-le dans le dossier responses de l'année { $year_made_for }.
review-personal = Données personnelles
review-personal-text = Texte masqué
review-personal-kind = Nature
fact-kind-mail = courriel
fact-kind-phone = téléphone
fact-kind-name = nom
fact-kind-contact = contact
fact-kind-identifier = identifiant donné par un outil
diagnostic-personal-data = { $count ->
    [one] Donnée personnelle masquée dans ce qui est publié ({ $kind }).
   *[other] { $count } données personnelles masquées dans ce qui est publié.
}
    .hint = La liste, à usage interne, est dans a-valider.xlsx (« labcensus review »).

## Lecture des fichiers

diagnostic-encoding-repaired = Les lettres accentuées étaient encodées deux fois (« Ã© » pour « é ») : elles ont été rétablies.
    .hint = Vérifiez les noms et les textes de ce fichier.
diagnostic-hidden-cell = Une cellule fusionnée cache ce texte, qui n'est pas lu : « { $text } ».
diagnostic-uncomputed-cell = La formule n'a pas de résultat dans le fichier : la cellule ne compte pas.
    .hint = Ouvrez le fichier dans Excel, enregistrez-le et redéposez-le.
reason-under-merge = caché par une cellule fusionnée
fact-why-not-opened = le système ne l'ouvre pas
fact-todo-not-opened = Vérifiez qu'il n'est pas ouvert ailleurs et que vous avez le droit de le lire.
fact-why-empty = il est vide (0 octet)
fact-todo-empty = Redemandez le fichier : l'envoi ou la copie a échoué.
fact-why-too-big = il dépasse 100 Mo
fact-todo-too-big = Enregistrez les réponses seules, sans images, dans un nouveau classeur.
fact-why-password = il est protégé par un mot de passe
fact-todo-password = Ouvrez-le avec son mot de passe, enregistrez-le en .xlsx sans mot de passe et redéposez-le (s'il s'ouvre sans rien demander, enregistrez-le simplement en .xlsx).
fact-why-truncated = il est coupé avant sa fin
fact-todo-truncated = Redemandez le fichier : l'envoi ou la copie s'est arrêté en route.
fact-why-damaged = il est endommagé
fact-todo-damaged = Ouvrez-le dans Excel ou LibreOffice, qui savent parfois le réparer, enregistrez-le en .xlsx et redéposez-le ; sinon, redemandez-le.
fact-why-bomb = il gonfle démesurément quand on le décompresse
fact-todo-bomb = Ne l'ouvrez pas ; redemandez la réponse à son auteur, dans un fichier neuf.
fact-why-too-many-parts = il contient trop de parties
fact-todo-too-many-parts = Copiez les réponses dans un nouveau classeur.
fact-why-too-many-sheets = il contient plus de 200 feuilles
fact-todo-too-many-sheets = Gardez les feuilles des réponses, au besoin en plusieurs fichiers.
fact-why-too-many-cells = il contient trop de cellules
fact-todo-too-many-cells = Copiez les réponses seules dans un nouveau classeur.
fact-why-doctype = il déclare un type de document, ce qu'aucun classeur ne fait et qui peut servir à une attaque
fact-todo-doctype = Ne l'ouvrez pas ; redemandez la réponse à son auteur.
fact-why-unsafe-path = une de ses parties porte un nom qui sort de l'archive
fact-todo-unsafe-path = Ne l'ouvrez pas ; redemandez la réponse à son auteur.
fact-why-false-count = il annonce plus de textes qu'il n'en contient
fact-todo-false-count = Ouvrez-le dans Excel, enregistrez-le sous un autre nom et redéposez-le.
fact-why-bad-reference = une cellule y porte une adresse impossible
fact-todo-bad-reference = Ouvrez-le dans Excel ou LibreOffice, enregistrez-le sous un autre nom et redéposez-le.
fact-why-long-text = il contient un texte plus long que toute cellule
fact-todo-long-text = Ne l'ouvrez pas ; redemandez la réponse à son auteur.
fact-why-no-cell = aucune cellule n'y est remplie
fact-todo-no-cell = Vérifiez que c'est la bonne version du fichier ; sinon redemandez-la.
fact-why-no-result = il ne contient que des formules sans résultat
fact-todo-no-result = Ouvrez-le dans Excel, enregistrez-le et redéposez-le.
fact-why-code-page = ses textes sont dans un codage inconnu
fact-todo-code-page = Ouvrez-le dans Excel ou LibreOffice, enregistrez-le en .xlsx et redéposez-le.
fact-why-library = sa structure n'est pas celle d'un classeur valide
fact-todo-library = Ouvrez-le dans Excel ou LibreOffice, enregistrez-le en .xlsx et redéposez-le.
fact-why-pdf = un document PDF
fact-todo-pdf = Demandez la réponse dans un classeur, ou recopiez-la dans la fiche vierge.
fact-why-word = un document de texte (Word ou Writer)
fact-todo-word = Demandez la réponse dans un classeur, ou recopiez-la dans la fiche vierge.
fact-why-slides = un diaporama ou un dessin
fact-todo-slides = Demandez la réponse dans un classeur, ou recopiez-la dans la fiche vierge.
fact-why-rtf = un document de texte (RTF)
fact-todo-rtf = Demandez la réponse dans un classeur, ou recopiez-la dans la fiche vierge.
fact-why-image = une image
fact-todo-image = Demandez la réponse dans un classeur, ou recopiez-la dans la fiche vierge.
fact-why-mail = un courriel
fact-todo-mail = Enregistrez sa pièce jointe dans responses/, et retirez le courriel.
fact-why-numbers = un classeur Numbers (Apple)
fact-todo-numbers = Dans Numbers, choisissez Fichier, Exporter vers, Excel, et déposez le .xlsx obtenu.
fact-why-excel-4 = un classeur de plusieurs feuilles d'Excel 4
fact-todo-excel-4 = Ouvrez-le dans LibreOffice, enregistrez-le en .xlsx et redéposez-le.
fact-why-compound = un fichier de Microsoft Office sans classeur
fact-todo-compound = Ouvrez-le, enregistrez la réponse en .xlsx et déposez-la.
fact-why-zip = une archive ZIP
fact-todo-zip = Décompressez-la, et déposez la réponse seule.
fact-why-zip-of-tables = une archive ZIP de tableaux
fact-todo-zip-of-tables = Décompressez-la dans responses/, puis retirez l'archive.
fact-why-zip-empty = une archive ZIP vide
fact-todo-zip-empty = Redemandez le fichier : son enregistrement a échoué.
fact-why-compressed = un fichier compressé
fact-todo-compressed = Décompressez-le, et déposez la réponse seule.
fact-why-database = une base de données
fact-todo-database = Exportez-en la table en .csv ou .xlsx.
fact-why-html = une page web sans tableau
fact-todo-html = Exportez la réponse en .xlsx ou .csv depuis l'application.
fact-why-web-archive = une page web archivée
fact-todo-web-archive = Ouvrez-la dans Excel, enregistrez-la en .xlsx et redéposez-la.
fact-why-xml = un fichier XML qui n'est pas un classeur
fact-todo-xml = Exportez la réponse en .xlsx ou .csv depuis l'application.
fact-why-json = un fichier JSON
fact-todo-json = Exportez la réponse en .xlsx ou .csv depuis l'application.
fact-why-binary = un fichier binaire inconnu
fact-todo-binary = Enregistrez la réponse en .xlsx, .ods ou .csv.
fact-why-macro-sheet = il contient une feuille de macros
fact-todo-macro-sheet = Ouvrez-le dans Excel sans activer les macros, enregistrez-le en .xlsx (classeur sans macros) et redéposez-le.
fact-why-missing-part = une feuille qu'il annonce y manque
fact-todo-missing-part = Ouvrez-le dans Excel ou LibreOffice, enregistrez-le sous un autre nom et redéposez-le.

## Inspection

cli-inspect = Montre ce qui est compris d'un fichier, sans questionnaire
cli-value-file = FICHIER
cli-arg-file = Fichiers à regarder
cli-arg-json = Écrit du JSON
inspect-no-sheet = (fichier texte)
inspect-no-title = (sans intitulé)
inspect-other = autre (texte libre)
inspect-form = { $sheet } : fiche ou textes, { $cells ->
    [one] 1 cellule remplie
   *[other] { $cells } cellules remplies
  }
inspect-table = { $sheet } : { $origin } ({ $reasons }) ; en-têtes { $lines ->
    [one] en ligne
   *[other] en lignes
  } { $rows } ; { $records ->
    [one] 1 réponse
   *[other] { $records } réponses
  }, dont { $incomplete ->
    [0] aucune incomplète
    [one] 1 incomplète
   *[other] { $incomplete } incomplètes
  }
inspect-kind-date = date
inspect-kind-number = nombre
inspect-kind-text = texte libre
inspect-kind-single = choix unique
inspect-kind-multiple = choix multiples
inspect-kind-grid = grille
inspect-kind-metadata = propre à l’outil
inspect-origin-qualtrics = Qualtrics
inspect-origin-kobotoolbox = KoboToolbox ou ODK
inspect-origin-framaforms = Framaforms
inspect-origin-demarches_simplifiees = Démarches simplifiées
inspect-origin-nextcloud_forms = Nextcloud Forms
inspect-origin-microsoft_forms = Microsoft Forms
inspect-origin-typeform = Typeform
inspect-origin-surveymonkey = SurveyMonkey
inspect-origin-limesurvey = LimeSurvey
inspect-origin-google_forms = Google Forms
inspect-origin-table = tableau
inspect-reason-no-tool = aucun outil reconnu
inspect-reason-import-ids-in-third-row = ImportId en troisième ligne
inspect-reason-qualtrics-codes = codes de Qualtrics en tête de colonne
inspect-reason-question-codes = codes de questions en tête de colonne
inspect-reason-uuid-column = colonne _uuid
inspect-reason-submission-time-column = colonne _submission_time
inspect-reason-instance-id-column = colonne instanceID
inspect-reason-central-columns = colonnes d'ODK Central
inspect-reason-repeat-sheet = feuille d'un groupe répété
inspect-reason-submission-details-in-second-row = « Détails de la soumission » en deuxième ligne
inspect-reason-submission-columns = colonnes de soumission
inspect-reason-state-of-the-file = colonne « État du dossier »
inspect-reason-filing-date = date de dépôt
inspect-reason-user-id-first = identifiant utilisateur en premier
inspect-reason-timestamp-column = colonne d'horodatage
inspect-reason-id-first = ID en premier
inspect-reason-start-time-second = heure de début en deuxième
inspect-reason-completion-time = heure de fin
inspect-reason-hash-first = # en premier
inspect-reason-submit-date = date d'envoi (UTC)
inspect-reason-respondent-id-first = identifiant du répondant en premier
inspect-reason-response-id-first = ID de la réponse en premier
inspect-reason-subquestion-codes = codes de sous-questions
inspect-reason-options-in-brackets = options entre crochets
inspect-reason-timestamp-first = horodateur en premier

## Tables

diagnostic-incomplete-response = { $count ->
    [one] Une réponse de la table n'a pas été envoyée (brouillon ou questionnaire quitté avant la fin) : elle ne compte pas.
   *[other] { $count } réponses de la table n'ont pas été envoyées (brouillon ou questionnaire quitté avant la fin) : elles ne comptent pas.
  }
    .hint = Relancez ces labs, ou demandez-leur si la réponse était finie.
reason-not-shown = option non proposée ou question sans réponse
reason-metadata = écrit par l'outil, non par le répondant
reason-summary = répète d'autres colonnes
reason-incomplete = réponse non envoyée
reason-note = sous le tableau
diagnostic-sheet-layout = Lu comme un export ou un tableau : { $tool } ({ $evidence }), en-têtes { $lines ->
    [one] en ligne
   *[other] en lignes
  } { $rows }, réponses : { $count }.
fact-tool-qualtrics = { inspect-origin-qualtrics }
fact-tool-kobotoolbox = { inspect-origin-kobotoolbox }
fact-tool-framaforms = { inspect-origin-framaforms }
fact-tool-demarches_simplifiees = { inspect-origin-demarches_simplifiees }
fact-tool-nextcloud_forms = { inspect-origin-nextcloud_forms }
fact-tool-microsoft_forms = { inspect-origin-microsoft_forms }
fact-tool-typeform = { inspect-origin-typeform }
fact-tool-surveymonkey = { inspect-origin-surveymonkey }
fact-tool-limesurvey = { inspect-origin-limesurvey }
fact-tool-google_forms = { inspect-origin-google_forms }
fact-tool-table = { inspect-origin-table }
fact-evidence-no-tool = { inspect-reason-no-tool }
fact-evidence-import-ids-in-third-row = { inspect-reason-import-ids-in-third-row }
fact-evidence-qualtrics-codes = { inspect-reason-qualtrics-codes }
fact-evidence-question-codes = { inspect-reason-question-codes }
fact-evidence-uuid-column = { inspect-reason-uuid-column }
fact-evidence-submission-time-column = { inspect-reason-submission-time-column }
fact-evidence-instance-id-column = { inspect-reason-instance-id-column }
fact-evidence-central-columns = { inspect-reason-central-columns }
fact-evidence-repeat-sheet = { inspect-reason-repeat-sheet }
fact-evidence-submission-details-in-second-row = { inspect-reason-submission-details-in-second-row }
fact-evidence-submission-columns = { inspect-reason-submission-columns }
fact-evidence-state-of-the-file = { inspect-reason-state-of-the-file }
fact-evidence-filing-date = { inspect-reason-filing-date }
fact-evidence-user-id-first = { inspect-reason-user-id-first }
fact-evidence-timestamp-column = { inspect-reason-timestamp-column }
fact-evidence-id-first = { inspect-reason-id-first }
fact-evidence-start-time-second = { inspect-reason-start-time-second }
fact-evidence-completion-time = { inspect-reason-completion-time }
fact-evidence-hash-first = { inspect-reason-hash-first }
fact-evidence-submit-date = { inspect-reason-submit-date }
fact-evidence-respondent-id-first = { inspect-reason-respondent-id-first }
fact-evidence-response-id-first = { inspect-reason-response-id-first }
fact-evidence-subquestion-codes = { inspect-reason-subquestion-codes }
fact-evidence-options-in-brackets = { inspect-reason-options-in-brackets }
fact-evidence-timestamp-first = { inspect-reason-timestamp-first }

## Évolutions : passages, événements

codebook-unknown-near = « { $id } » n'est pas { $what } ; vouliez-vous dire « { $near } » ?
codebook-what-kind-of-passage = une sorte de passage (renamed, merged, split, scale_changed, added, retired, reworded)
codebook-what-comparability = une comparabilité (yes, partly, no)
codebook-what-edition = l'année d'une édition (AAAA)
codebook-what-cell-that-this-kind-leaves-empty = une valeur attendue ici : cette sorte de passage laisse la case vide
codebook-what-event = un événement connu (planned, operational, official, closed, paused, abandoned, reopened, renamed)
codebook-what-precision = une précision connue (day, month, season, year, unknown)
cli-edition-lost = L'édition { $year } n'a pas pu être lue et manque aux évolutions : { $message }

## Registres d'activité

codebook-what-register = un registre connu
codebook-what-figure = un nom de chiffre (minuscules sans accent, chiffres et _)
codebook-what-number = un nombre positif ou nul
reason-duplicate-row = ligne répétée
dataset-column-row = Ligne de la feuille, telle que le tableur la numérote
dataset-column-cells = Cellules de la ligne
dataset-column-stage-before = Étape l'année précédente
fact-near-none = aucune
diagnostic-register-sheet-unknown = « { $text } » n'est le nom d'aucun registre, et ses colonnes n'en désignent aucun : la feuille n'est pas lue.
    .hint = { $near ->
        [aucune] Donnez à la feuille le nom de son registre ({ $known }), ou partez du modèle : labcensus template.
       *[other] Le registre le plus proche est « { $near } ». Vérifiez aussi la ligne d'en-têtes ; le modèle s'obtient par labcensus template.
      }
diagnostic-register-column-unknown = « { $text } » n'est pas une colonne de ce registre : ce qui est au-dessous n'est pas lu.
    .hint = { $near ->
        [aucune] Les colonnes sont : { $known }. Une colonne de plus se déclare dans codebook/registers.toml.
       *[other] La colonne la plus proche est « { $near } ». Une colonne de plus se déclare dans codebook/registers.toml.
      }
diagnostic-register-duplicate-row = Cette ligne répète celle de { $first } : elle n'est pas comptée.
    .hint = Retirez-la, ou, s'il s'agit bien de deux faits, distinguez-les (un jour, un intitulé).
diagnostic-register-term-unknown = { $column_fr } : « { $text } » n'est pas une valeur de cette colonne ; la ligne compte dans le total, pas dans la répartition.
    .hint = { $near ->
        [aucune] Les valeurs sont : { $known }.
       *[other] La valeur la plus proche est « { $near } ».
      }
diagnostic-register-date-bad = { $column_fr } : « { $text } » ne se lit pas comme une date.
    .hint = Écrivez le jour (12/03/2020) ou le mois (mars 2020).
diagnostic-register-date-outside = { $column_fr } : « { $text } » n'est pas en { $edition_year }, l'année du registre ; la ligne compte quand même.
    .hint = Corrigez la date, ou déplacez la ligne dans le registre de son année.
diagnostic-register-academy-unknown = { $column_fr } : « { $text } » n'est pas une académie de cette année-là.
    .hint = { $near ->
        [aucune] Écrivez son nom ou son code tels que dans codebook/academies.csv.
       *[other] L'académie la plus proche est « { $near } ».
      }
diagnostic-register-number-bad = { $column_fr } : « { $text } » n'est pas un nombre ; rien n'est compté pour cette cellule.
    .hint = Écrivez le nombre seul, en chiffres ; s'il n'est pas connu, laissez la cellule vide.
diagnostic-register-number-negative = { $column_fr } : { $text } est inférieur à zéro ; rien n'est compté pour cette cellule.
    .hint = Corrigez le nombre.
diagnostic-register-number-too-large = { $column_fr } : { $text }, plus que « { $limit } » ({ $most }).
    .hint = L'un des deux nombres se trompe : les deux sont publiés tels quels jusqu'à correction.
diagnostic-register-yes-no-bad = { $column_fr } : « { $text } » n'est ni oui ni non.
    .hint = Écrivez « oui » ou « non », ou laissez la cellule vide.
diagnostic-register-value-missing = { $column_fr } : rien n'est écrit, alors que chaque ligne en a besoin.
    .hint = Complétez la ligne ; elle compte dans le total en attendant.
diagnostic-register-contradiction = { $column_fr } : « { $text } » ne va pas avec le reste de la ligne, qui suppose « { $expected } ».
    .hint = Corrigez l'un des deux, ou la correspondance dans codebook/registers.toml.
diagnostic-register-academy-twice = { $academy } : l'académie est déjà placée autrement en { $first } : « { $text } » ne compte pas.
    .hint = Gardez une seule ligne par académie.
# explain : ce qui est derrière un chiffre
cli-explain = Montre ce qui est derrière un chiffre : les labs comptés, leurs mots, les autres bases
cli-value-figure = CHIFFRE
cli-arg-figure = Nom du chiffre (2020.themes.pedagogical), ou des mots qui le désignent
error-unknown-figure = « { $figure } » n'est le nom d'aucun chiffre, et aucun ne lui ressemble. Tous les noms sont dans data/figures.csv.
error-which-figure = « { $figure } » ne désigne pas un seul chiffre. Précisez lequel :
    { $near }
figure-term = { $question } : { $answer }
figure-of-respondents = répondants à la question « { $question } »
figure-of-to-review = réponses à valider à la question « { $question } »
figure-response-received = fiches reçues
figure-response-known-silent = labs connus qui n'ont pas répondu
figure-response-none = académies sans réponse ni lab connu
figure-response-known-received = fiches reçues parmi les labs connus
figure-base-academies = académies du registre à la date de clôture
figure-base-known-labs = labs connus de l'équipe nationale
figure-base-respondents = labs dont la réponse a été reçue
figure-team-people-labs = labs qui indiquent un nombre de personnes
figure-team-people-total = personnes dans les équipes, au total
figure-team-people-median = personnes par équipe, médiane
figure-team-people-min = plus petite équipe, en personnes
figure-team-people-max = plus grande équipe, en personnes
figure-team-fte-labs = labs qui indiquent des équivalents temps plein
figure-team-fte-total = équivalents temps plein, au total
figure-team-fte-median = équivalents temps plein par équipe, médiane
figure-team-fte-min = plus petite équipe, en équivalents temps plein
figure-team-fte-max = plus grande équipe, en équivalents temps plein
figure-launches = lancements : { $category }
figure-launches-planned = lancements prévus : { $category }
figure-launches-dated = labs qui donnent une date de lancement
figure-launches-undated = labs sans date de lancement
figure-item-nonresponse = sans réponse à la question « { $category } »
explain-unit-labs = { $n ->
    [one] lab
   *[other] labs
    }
explain-unit-academies = { $n ->
    [one] académie
   *[other] académies
    }
explain-unit-people = { $n ->
    [one] personne
   *[other] personnes
    }
reading-withheld = Les nombres de moins de { $threshold } personnes ne sont pas publiés, ni ceux qui permettraient de les retrouver : { $n ->
    [0] aucune valeur n'est dans ce cas
    [one] une valeur est remplacée par « n.d. »
   *[other] { $count } valeurs sont remplacées par « n.d. »
  }. L'édition interne les donne toutes.
remark-withheld = Non publié : moins de { $threshold } personnes, ou de quoi les retrouver.
figure-withheld-threshold = Seuil de publication des nombres de personnes
figure-withheld-values = Valeurs non publiées, sous le seuil
explain-unit-values = { $n ->
    [one] valeur
   *[other] valeurs
  }
explain-unit-fte = ETP
explain-unit-questions = { $n ->
    [one] question
   *[other] questions
    }
explain-unit-sessions = { $n ->
    [one] session
   *[other] sessions
    }
explain-unit-projects = { $n ->
    [one] projet
   *[other] projets
    }
explain-unit-events = { $n ->
    [one] événement
   *[other] événements
    }
explain-unit-workshops = { $n ->
    [one] atelier
   *[other] ateliers
    }
explain-unit-ideas = { $n ->
    [one] idée
   *[other] idées
    }
explain-unit-commitments = { $n ->
    [one] engagement
   *[other] engagements
    }
explain-unit-local_labs = { $n ->
    [one] lab local
   *[other] labs locaux
    }
explain-unit-support = { $n ->
    [one] accompagnement
   *[other] accompagnements
    }
explain-unit-hours = { $n ->
    [one] heure
   *[other] heures
    }
explain-unit-obstacles = { $n ->
    [one] frein
   *[other] freins
    }
explain-unit-declared = (déclaré)
explain-on-register-rows = sur { $size }
explain-on-respondents-to-question = sur { $size } { $n ->
    [one] répondant
   *[other] répondants
    } à la question
explain-on-respondents = sur { $n ->
    [one] { $size } fiche reçue
   *[other] { $size } fiches reçues
    }
explain-on-known-labs = sur { $n ->
    [one] { $size } lab connu
   *[other] { $size } labs connus
    }
explain-on-academies = sur { $n ->
    [one] { $size } académie
   *[other] { $size } académies
    }
explain-bases = Le même nombre sur d'autres bases : { $bases }.
explain-comparable-yes = Comparable d'une année à l'autre.
explain-comparable-partly = Comparable en partie d'une année à l'autre.
explain-comparable-no = Non comparable d'une année à l'autre.
explain-counted = Comptés :
explain-not-counted = Dans la base, non comptés : { $academies }.
explain-without-answer = Hors de la base, sans réponse à la question : { $academies }.
explain-cell = { "    " }{ $place } : « { $text } »
    { "      " }{ $status } — { $method } ({ $rule })
explain-status-mapped = compris par une règle
explain-status-decided = décidé par une personne
explain-status-free_text = texte libre
explain-status-missing = sans réponse
explain-status-to_review = à valider
remark-not-asked = Non demandé en { $year }.
remark-in-no-form = Aucun des formulaires reçus ne pose cette question.
remark-same-labs = Labs ayant répondu à la question en { $from } et en { $to }.
remark-same-members = Les { $n } mêmes académies chaque année, celles qui ont fusionné comptées pour une.
remark-merged = { $names } ({ $from }) comptent pour { $heirs }.
remark-median-not-reached = Médiane non atteinte : plus de la moitié n'en sont pas encore là.

dataset-transitions = Ce que chaque lab a fait entre deux éditions
dataset-bodies = Les académies de toutes les éditions
dataset-column-from-year = Édition de départ
dataset-column-to-year = Édition d'arrivée
dataset-column-from-maturity = État d'avancement au départ
dataset-column-to-maturity = État d'avancement à l'arrivée
dataset-column-move = Mouvement : avance, stable, recul, entrée, sortie, sans réponse
dataset-column-merged-from = Académies réunies depuis
dataset-column-valid-from = Premier jour
dataset-column-valid-to = Dernier jour
dataset-column-merged-into = Code de l'académie qui a pris la suite


## Comment chaque feuille a été lue, et mapping.toml

diagnostic-sheet-form = Lu comme une fiche : { $count ->
    [one] un libellé reconnu
   *[other] { $count } libellés reconnus
  } ; réponse à côté : { $beside }, au-dessous : { $below }, dans la même cellule : { $within }.
diagnostic-sheet-mapped = Lu comme mapping.toml le demande à la ligne { $line } ({ $says }).
diagnostic-mapping-unused = mapping.toml, ligne { $line } : « { $text } » ne désigne aucune feuille des réponses.
    .hint = Vérifiez le nom du fichier et celui de la feuille, ou retirez ces lignes.
codebook-what-layout = une disposition connue (fiche, rows, columns)
codebook-what-origin = un outil connu
codebook-what-row = un numéro de ligne
codebook-what-key-of-columns = un réglage d'une feuille à un lab par colonne : header_columns, rows et options (dont les clés sont des numéros de lignes)
codebook-what-key-of-rows = un réglage d'une feuille à un lab par ligne : header_rows, columns et options
codebook-what-column-name = un nom de colonne (A, B… AA)
codebook-what-span = une ligne, une colonne ou une suite (7, 12-15, A, F-H)
codebook-what-separator = un séparateur connu
inspect-reason-mapping = mapping.toml le dit
fact-evidence-mapping = { inspect-reason-mapping }
reason-mapped = mapping.toml la passe
new-mapping =
    # Comment lire un fichier que labcensus comprend mal. Tout est facultatif : ce qui n'est pas dit ici est
    # décidé comme d'habitude. « labcensus inspect FICHIER » montre ce qui est compris sans ce fichier,
    # « labcensus check » ce qui l'est avec.
    #
    # Une section par feuille ; la première qui désigne une feuille compte. Retirez les # devant ce qui sert.

    # [[sheet]]
    # Le fichier, tel qu'il se nomme dans responses/. * vaut n'importe quel texte, ? un caractère.
    # file = "lille*.xlsx"
    # La feuille ; sans elle, toutes. Un fichier CSV n'en a pas.
    # sheet = "Feuil1"

    # Ne pas lire cette feuille.
    # skip = true
    # Les lignes et les colonnes à passer.
    # skip_rows = ["1-2", "40"]
    # skip_columns = ["A", "X-Z"]

    # "fiche" (un lab sur la feuille), "rows" (un lab par ligne) ou "columns" (un lab par colonne).
    # layout = "rows"
    # L'outil, comme « inspect --json » le nomme : google_forms, microsoft_forms, limesurvey, framaforms,
    # kobotoolbox, surveymonkey, qualtrics, typeform, demarches_simplifiees, nextcloud_forms, table.
    # origin = "table"
    # Les lignes d'en-têtes.
    # header_rows = [3, 4]
    # Ce qui sépare les réponses d'une même cellule : "; " ";" ", " "," " - " "\n" " / " "/" " | " "|" " " "\t".
    # separator = "; "

    # La question (son id dans census.toml) que pose une colonne.
    # columns = {"{"} B = "academy", C = "maturity" {"}"}
    # L'option qu'une colonne coche : question/terme ; question/other pour le texte de « autre ».
    # options = {"{"} D = "themes/social", E = "themes/pedagogical", F = "themes/other" {"}"}

    # Avec un lab par colonne, les colonnes d'en-têtes, et les lignes par leur numéro.
    # [[sheet]]
    # file = "tableau.xlsx"
    # layout = "columns"
    # header_columns = ["A"]
    # rows = {"{"} 3 = "academy", 4 = "maturity" {"}"}
    # options = {"{"} 5 = "themes/social", 6 = "themes/other" {"}"}
## Évolutions : le bilan

trend-not-asked = non demandé
trend-no-answer = sans réponse
trend-or = {" ou "}
trend-list = {" ; "}
comparable-yes = oui
comparable-partly = en partie
comparable-no = non
section-changes = Ce qui a changé depuis { $before }
sheet-changes = Ce qui a changé
change-response = { $n ->
    [0] Aucun lab n'a répondu en { $year }, contre { $then } en { $before }.
    [one] Un lab a répondu en { $year }, contre { $then } en { $before }.
   *[other] { $now } labs ont répondu en { $year } sur { $base_now } académies, contre { $then } sur { $base_then } en { $before }.
  } Parmi les { $same_base } académies membres chaque année, { $same_now } ont répondu en { $year } et { $same_then } en { $before }.
change-moves = { $n ->
    [0] Aucun lab ne dit son état d'avancement en { $before } et en { $year }.
    [one] Un lab dit son état d'avancement en { $before } et en { $year }.
   *[other] { $n_words } labs disent leur état d'avancement en { $before } et en { $year }.
  }
change-forward = { $n ->
    [one] un lab a avancé : { $names }.
   *[other] { $n_words } labs ont avancé : { $names }.
  }
change-same = { $n ->
    [one] un lab en est au même point : { $names }.
   *[other] { $n_words } labs en sont au même point : { $names }.
  }
change-back = { $n ->
    [one] un lab a reculé : { $names }.
   *[other] { $n_words } labs ont reculé : { $names }.
  }
change-entered = { $n ->
    [one] un lab est entré dans le recensement : { $names }.
   *[other] { $n_words } labs sont entrés dans le recensement : { $names }.
  }
change-silent = { $n ->
    [one] un lab qui disait son état d'avancement en { $before } ne l'a pas dit en { $year } : { $names }.
   *[other] { $n_words } labs qui disaient leur état d'avancement en { $before } ne l'ont pas dit en { $year } : { $names }.
  }
change-left = { $n ->
    [one] un lab est sorti : { $names }.
   *[other] { $n_words } labs sont sortis : { $names }.
  }
change-options = { $n ->
    [0] { $question } : aucun lab n'a répondu les deux années.
    [one] { $question } : un seul lab a répondu les deux années.
   *[other] { $question }, chez les { $n_words } labs qui ont répondu en { $before } et en { $year } :
  }
change-option = « { $option } » de { $then } à { $now }
change-up = en hausse, { $list }.
change-down = En baisse, { $list }.
change-none = rien n'a changé.
change-team = { $n ->
    [one] Le lab qui compte son équipe les deux années passe de { $then } à { $now } personnes.
   *[other] Les équipes des { $n_words } labs qui comptent leurs membres les deux années passent de { $then } à { $now } personnes en tout.
  }
change-not-comparable = Entre { $before } et { $year }, tout ne se compare pas :
passages-between = De { $before } à { $year } : { $notes }
change-reading = Lecture : « les mêmes labs » sont ceux qui ont répondu à la question en { $before } et en { $year } ; les académies qui ont fusionné comptent pour une.
table-moves = Chaque lab en { $before } et en { $year }
column-move = Mouvement
move-forward = avance
move-same = même point
move-back = recule
move-entered = entre
move-left = sort
move-silent = sans réponse
move-unknown = ne se compare pas
section-trend = { $question } au fil des années
sheet-trend = Évol. { $question }
trend-options-sentence = Combien de labs citent chaque réponse, parmi ceux qui ont répondu à la question chaque année ; puis chez les labs qui ont répondu en { $before } et en { $year } ; enfin d'où vient l'écart entre ces deux années.
trend-options-reading = Lecture : l'écart est la somme des changements chez les labs qui ont répondu les deux années, des entrants, moins les sortis et les silencieux. Sur le graphique, la colonne claire monte jusqu'au nombre de labs qui ont répondu à la question. « – » : rien à comparer. « Non demandé » n'est pas zéro : la réponse n'était pas proposée.
trend-diversity = En moyenne, un lab cite { $now } réponses en { $year }, contre { $then } en { $before }{ $partly ->
    [yes] , la liste des réponses ayant changé entre les deux.
   *[no] .
  }
column-year-base = { $column_year } (sur { $base })
column-same-labs = { $column_year }, mêmes { $base } labs
column-change-moves = Mêmes labs
column-change-entrants = Entrants
column-change-leavers = Sortis
column-change-silent = Silencieux
column-change-change = Écart
table-trend = { $question }, nombre de labs par année
trend-section-series = Séries
trend-sheet-series = Séries
trend-series-sentence = Chaque réponse au fil des années, avec ce qui empêche de comparer. Le nombre de répondants à la question ouvre chaque série.
trend-table-series = Toutes les séries, nombre de labs
column-comparable = Comparable
column-note = Pourquoi
section-stays = Combien de temps
sheet-stays = Durées
stays-sentence = Combien de temps un lab reste à chaque étape, et combien il en faut du lancement à l'étape la plus avancée.
stays-reading = Lecture : un séjour va de la première édition qui trouve un lab à une étape à la première qui le trouve ailleurs. Les labs qui y sont encore comptent comme tels (médiane de Kaplan-Meier). Le délai depuis le lancement finit à la clôture de la première édition qui trouve le lab à l'étape la plus avancée.
table-stays = Durées, labs et médianes
column-stage = Étape
column-stays = Labs suivis
column-ended = En sont partis, ou arrivés
stay-launch = Du lancement à l'étape la plus avancée
median-years = { $n ->
    [one] { $number } an
   *[other] { $number } ans
  }
median-months = { $number } mois
median-not-reached = non atteinte
section-trend-response = Qui a répondu, au fil des années
sheet-trend-response = Évol. réponse
trend-response-sentence = Le registre change : les académies d'une année ne sont pas toujours celles d'une autre. Les deux bases sont donc à part.
trend-response-reading = Lecture : « académies de l'année » sont celles du registre à la clôture de chaque édition ; « les mêmes » sont celles qui en étaient à toutes les éditions, les académies fusionnées comptant pour une.
table-trend-response = Réponses reçues par année
column-received = Labs ayant répondu
column-members = Académies de l'année
column-known = Labs connus
column-received-same = Réponses des mêmes
column-same-members = Les mêmes académies
section-bounds = Ce que les silences pourraient changer
sheet-bounds = Bornes
bounds-sentence = Si tous les labs connus qui n'ont pas répondu à la question avaient dit non, ou tous oui, la part serait entre ces deux bornes.
bounds-reading = Lecture : la part est celle des répondants à la question ; les bornes sont celles de tous les labs connus.
table-bounds = Parts et bornes
column-low = Au moins
column-high = Au plus
# publish : figer les chiffres d'une édition
cli-publish = Fige les chiffres d'une édition publiée, ou dit ce qui a changé depuis
cli-arg-publish-by = Qui publie
cli-arg-revise = Republie des chiffres qui ont changé, pour la raison donnée
cli-value-reason = RAISON
lock-heading = Écrit par « labcensus publish » : ce qu'était l'édition quand elle a été publiée.
    Ne pas modifier à la main ; à conserver avec l'édition.
cli-published = { $year } : { $figures ->
    [one] un chiffre figé
   *[other] { $figures } chiffres figés
    } au { $on } dans edition.lock.
cli-published-same = { $year } : les chiffres sont ceux publiés le { $on }. Rien n'a été écrit.
cli-published-differs = { $year } : { $revised ->
    [one] un chiffre n'est plus celui publié
   *[other] { $revised } chiffres ne sont plus ceux publiés
    } le { $on }. Rien n'a été écrit ; pour republier, donnez la raison : --revise "…"
cli-published-revised = { $year } : { $revised ->
    [one] un chiffre révisé
   *[other] { $revised } chiffres révisés
    } le { $on }, avec la raison, dans edition.lock.
diagnostic-figures-revised = { $count ->
    [1] Un chiffre n'est plus celui publié
   *[other] { $count } chiffres ne sont plus ceux publiés
    } le { $published }.
    .hint = Lisez la section « Révisions » ; puis rétablissez ce qui a changé, ou republiez avec « labcensus publish --revise » et la raison.
section-revisions = Révisions
sheet-revisions = Révisions
table-revisions = Chiffres publiés qui ont changé
revisions-sentence = { $n ->
    [one] Un chiffre publié le { $date } n'est plus celui que l'on calcule
   *[other] { $n } chiffres publiés le { $date } ne sont plus ceux que l'on calcule
    }. Chacun est donné avec ce qui l'explique.
column-published = Publié
column-recomputed = Recalculé
column-moved-labs = Labs entrés ou sortis
column-why = Pourquoi
revision-amount = { $value } sur { $base }
revision-gone = n'est plus calculé
revision-entered = entrés : { $labs }
revision-left = sortis : { $labs }
revision-changed = { $file } a changé
revision-added = { $file } est nouveau
revision-removed = { $file } n'est plus là
revision-tool = l'outil est passé de la version { $before } à la version { $after }
revision-unexplained = rien de connu n'a changé : à signaler aux auteurs de l'outil
dataset-revisions = Chiffres publiés qui ont changé
dataset-column-published = Valeur publiée
dataset-column-published-base = Base publiée
dataset-column-recomputed = Valeur recalculée
dataset-column-recomputed-base = Base recalculée
dataset-column-entered = Organismes entrés dans le compte
dataset-column-left = Organismes sortis du compte
dataset-column-causes = Ce qui l'explique

## Registres, texte de l'équipe et mise en page

list-and = { $before } et { $last }
label-colon = { $label } :
source-register = Source : registre d'activité de l'équipe nationale, { $year }.
answer-yes = oui
answer-no = non
key-known = { $n ->
    [one] lab d'académie connu de l'équipe nationale
   *[other] labs d'académie connus de l'équipe nationale
  }
key-sessions = { $n ->
    [one] session de travail collaboratif
   *[other] sessions de travail collaboratif
  }
key-projects = { $n ->
    [one] projet accompagné
   *[other] projets accompagnés
  }
key-labs-day = { $n ->
    [one] participant à la journée des labs
   *[other] participants à la journée des labs
  }
key-declared = { $label } (nombre déclaré : { $source })
narrative-absent = Le texte « { $file } » n'a pas pu être composé : voyez sa ligne { $line }, et les points à vérifier.

section-sessions = Sessions collaboratives
sheet-sessions = Sessions
sessions-sentence = { $n ->
    [0] Aucune session de travail collaboratif ne s'est tenue en { $year }.
    [one] En { $year }, une session de travail collaboratif s'est tenue.
   *[other] En { $year }, { $count } sessions de travail collaboratif se sont tenues.
  }
sessions-first = { $n ->
    [one] Leur nature la plus fréquente est « { $nature } » : une session, sur { $base } dont la nature est connue.
   *[other] Leur nature la plus fréquente est « { $nature } » : { $count } sessions, sur { $base } dont la nature est connue.
  }
sessions-participants = { $base_n ->
    [one] Une session a compté ses participants : { $count }.
   *[other] Les { $base } sessions qui ont compté leurs participants en ont réuni { $count }.
  }
sessions-modes = Lieu : { $list }.
sessions-short = { $n ->
    [0] Aucun format court n'a été proposé.
    [one] Un format court, à l'heure du déjeuner, a été consacré à un outil ou à un sujet.
   *[other] { $start } formats courts, à l'heure du déjeuner, ont été consacrés chacun à un outil ou à un sujet.
  }
table-sessions-nature = Sessions selon leur nature, { $year }
table-sessions-level = Sessions selon le niveau d'accompagnement, { $year }
table-sessions-cross = Sessions selon leur nature et le niveau d'accompagnement, { $year }
table-sessions-short = Formats courts, { $year }
column-sessions = Sessions
column-nature = Nature
column-whole = Ensemble
column-base-sessions-nature = Sessions dont la nature est connue
column-base-sessions-level = Sessions dont le niveau est connu

section-projects = Portefeuille de projets
sheet-projects = Projets
projects-sentence = { $n ->
    [one] En { $year }, un projet est suivi.
   *[other] En { $year }, { $count } projets sont suivis.
  }
projects-stages = Selon leur étape : { $list }.
projects-moved = Depuis { $before }, { $list }.
projects-unmoved = Depuis { $before }, aucun n'a changé d'étape.
projects-move-entered = { $n ->
    [one] un projet est entré au portefeuille
   *[other] { $n_words } projets sont entrés au portefeuille
  }
projects-move-forward = { $n ->
    [one] un projet a avancé
   *[other] { $n_words } projets ont avancé
  }
projects-move-back = { $n ->
    [one] un projet est revenu à une étape antérieure
   *[other] { $n_words } projets sont revenus à une étape antérieure
  }
projects-move-paused = { $n ->
    [one] un projet a été suspendu
   *[other] { $n_words } projets ont été suspendus
  }
projects-move-resumed = { $n ->
    [one] un projet a repris
   *[other] { $n_words } projets ont repris
  }
projects-move-finished = { $n ->
    [one] un projet s'est terminé
   *[other] { $n_words } projets se sont terminés
  }
projects-move-left = { $n ->
    [one] un projet n'est plus au portefeuille
   *[other] { $n_words } projets ne sont plus au portefeuille
  }
table-projects-stage = Projets selon leur étape, { $year }
table-projects = Les projets, { $year }
column-projects = Projets
column-project = Projet
column-stage = Étape
column-stage-before = Étape en { $before }
column-base-projects = Projets dont l'étape est connue
column-description = Description
column-partners = Partenaires
project-new = nouveau
project-deadline = Échéance : { $date }.

section-academies = Contact et positionnement des académies
sheet-academies = Contact
contact-sentence = Contact de l'équipe nationale avec les { $academies } académies : { $list }.
positioning-sentence = { $base ->
    [1] Une académie a situé l'offre de son lab : { $list }.
   *[other] { $base } académies ont situé l'offre de leur lab, effective ou envisagée : { $list }.
  }
table-contact = Académies selon leur niveau de contact, { $year }
table-positioning = Académies selon le groupe de positionnement de leur lab, { $year }
column-which = Lesquelles
column-base-positioned = Académies qui se sont situées

section-support = Appuis donnés aux académies
sheet-support = Appuis
support-sentence = { $n ->
    [one] Un appui est inscrit au registre de { $year }.
   *[other] { $start } appuis sont inscrits au registre de { $year }.
  }
support-academies = { $n ->
    [one] Une académie en a bénéficié, sur { $base }.
   *[other] { $start } académies en ont bénéficié, sur { $base }.
  }
support-hours = { $base_n ->
    [one] Un appui dit sa durée : { $count } h.
   *[other] Les { $base } appuis dont la durée est notée font { $count } h en tout.
  }
table-support = Appuis selon leur nature, { $year }
column-support = Appui
column-times = Fois
column-hours = Heures

section-events = Événements
sheet-events = Événements
events-sentence = { $n ->
    [one] Un événement a réuni la communauté en { $year }.
   *[other] { $start } événements ont réuni la communauté en { $year }.
  }
labs-day-sentence = { $n ->
    [one] La journée des labs a réuni un participant
   *[other] La journée des labs a réuni { $count } participants
  }{ $academies_n ->
    [0] {""}
    [one] , venu d'une académie
   *[other] , venus de { $academies } académies
  }{ $newcomers_n ->
    [0] .
    [one] , dont un nouveau venu.
   *[other] , dont { $newcomers } nouveaux venus.
  }
table-events = Événements, { $year }

section-commitments = Engagements issus des ateliers
sheet-commitments = Engagements
commitments-workshops = { $n ->
    [one] Un atelier est inscrit au registre.
   *[other] { $start } ateliers sont inscrits au registre.
  }
commitments-ideas = { $n ->
    [0] Aucune idée n'y a été recueillie.
    [one] Une idée y a été recueillie.
   *[other] { $start } idées y ont été recueillies.
  }
commitments-sentence = { $n ->
    [0] Aucun engagement n'en a été tiré.
    [one] Un engagement en a été tiré.
   *[other] { $start } engagements en ont été tirés.
  }
commitments-measurable = { $n ->
    [0] Aucun n'est mesurable.
    [one] Un engagement, sur { $base } pour { $base_n ->
        [one] lequel
       *[other] lesquels
      } on le sait, est mesurable.
   *[other] { $start }, sur { $base } pour lesquels on le sait, sont mesurables.
  }
commitments-follow-up = Suite donnée : { $list }.
table-commitments-theme = Engagements selon le thème, { $year }
table-commitments = Ateliers et engagements, { $year }
column-education-theme = Thème pour l'Éducation
column-national-theme = Thème national (PGO)
column-commitments = Engagements

section-local-labs = Labs locaux et réseaux d'enseignants
sheet-local-labs = Labs locaux
local-labs-sentence = { $n ->
    [one] Un lab local ou réseau d'enseignants est soutenu par une académie en { $year }.
   *[other] { $start } labs locaux et réseaux d'enseignants sont soutenus par une académie en { $year }.
  }
local-labs-academies = { $n ->
    [0] {""}
    [one] Une académie en soutient, sur { $base }.
   *[other] { $start } académies en soutiennent, sur { $base }.
  }
local-labs-scopes = Échelle : { $list }.
local-labs-cohorts = Ancienneté : { $list }.
local-labs-members = { $base_n ->
    [one] Celui qui compte ses membres en a { $count }.
   *[other] Les { $base } qui comptent leurs membres en ont { $count } en tout.
  }
local-labs-relays = { $n ->
    [0] Aucun n'est encore relais auprès d'autres équipes.
    [one] Un, sur { $base }, est devenu relais auprès d'autres équipes.
   *[other] { $start }, sur { $base }, sont devenus relais auprès d'autres équipes.
  }
table-local-labs = Labs locaux et réseaux, { $year }

section-obstacles = Freins et besoins
sheet-obstacles = Freins
obstacles-sentence = { $n ->
    [one] Un frein ou besoin a été exprimé en { $year }.
   *[other] { $start } freins et besoins ont été exprimés en { $year }.
  }
obstacles-academies = { $n ->
    [0] {""}
    [one] Ils viennent d'une académie, sur { $base }.
   *[other] Ils viennent de { $count } académies, sur { $base }.
  }
obstacles-states = État : { $list }.
chart-obstacles-topic = Freins et besoins selon le sujet (lignes) et l'état (colonnes), nombre, { $year }
table-obstacles-topic = Freins et besoins selon le sujet et l'état, { $year }
table-help = Qui peut aider qui
table-obstacles = Ce qui a été dit, { $year }
column-topic = Sujet
column-helpers = L'ont levé
column-help-wanted = Demandent de l'aide
column-blocked = Sont bloquées
reading-help = Lecture : sur un même sujet, les académies de la première colonne ont levé le frein ; elles peuvent aider celles des deux suivantes.

diagnostic-narrative-figure-unknown = Ligne { $line } : « { $text } » n'est pas un chiffre du rapport ; le texte n'est pas imprimé.
    .hint = { $near ->
        [aucune] Les noms des chiffres sont dans data/figures.csv, avec ou sans leur année.
       *[other] Vouliez-vous dire « { $near } » ? Les noms des chiffres sont dans data/figures.csv.
      }
diagnostic-narrative-function-unknown = Ligne { $line } : « { $text } » n'est pas un nom que les textes connaissent ; le texte n'est pas imprimé.
    .hint = Vouliez-vous dire « { $near } » ?
diagnostic-narrative-value-missing = Ligne { $line } : le chiffre « { $text } » n'a pas cette valeur (une part ou une base ne va qu'avec un nombre compté sur un tout) ; le texte n'est pas imprimé.
    .hint = Citez le chiffre lui-même, ou un autre.
diagnostic-narrative-template-broken = Ligne { $line } : le modèle ne se lit pas ({ $text }) ; le texte n'est pas imprimé.
    .hint = Une citation s'écrit avec deux accolades ouvrantes, figure("themes.pedagogical"), deux accolades fermantes.
diagnostic-narrative-missing = Ligne { $line } : le texte « { $text } » n'existe pas dans narrative/.
    .hint = { $near ->
        [aucune] Écrivez narrative/{ $text }.md, retirez la section, ou dites-la optional = true.
       *[other] Le plus proche est « { $near } ». Sinon écrivez narrative/{ $text }.md, ou dites la section optional = true.
      }
diagnostic-narrative-unused = Aucune section de { $layout } ne montre le texte « { $text } » : il n'est pas imprimé.
    .hint = { $near ->
        [aucune] Ajoutez-lui une section dans report.toml, ou retirez-le.
       *[other] Le texte attendu le plus proche est « { $near } » : renommez le fichier, ou ajoutez-lui une section.
      }
codebook-what-section = une section connue du rapport

cli-template = Écrit le classeur vierge des registres d'activité d'une année
cli-template-written = Registres vierges écrits : { $path }. Remplissez-les au fil de l'année ; ils sont lus par « labcensus run ».
error-file-exists = { $path } existe déjà : rien n'a été écrit. Remplissez-le, ou renommez-le d'abord.
template-title = Registres d'activité { $year }
template-instructions = Mode d'emploi
template-help =
    Une feuille par registre, une ligne par fait. Les colonnes marquées d'une étoile sont attendues sur chaque ligne ; laissez vide ce que vous ne savez pas.
    Les listes proposent les valeurs connues. Une autre valeur n'est pas refusée, mais signalée cellule par cellule, et ne compte que dans le total.
    N'écrivez ni formule, ni nom de personne. Vous pouvez ajouter des lignes, trier, filtrer, masquer des colonnes ; gardez la ligne d'en-têtes.
template-takes-text = Texte libre.
template-takes-lines = Texte libre, un élément par ligne (Alt + Entrée).
template-takes-date = Une date de l'année.
template-takes-any-date = Une date.
template-takes-year = Une année.
template-takes-count = Un nombre entier, zéro compris.
template-takes-number = Un nombre, zéro compris ; une virgule pour les décimales.
template-takes-yes-no = oui ou non.
template-takes-academy = Une académie de la liste.
template-takes-term = Une valeur de la liste : { $list }.

## Écarts à vérifier avant publication

provisional-title = { $title } (version provisoire)
provisional-source = { $source } Version provisoire.
provisional-mark = Version provisoire : { $n ->
    [one] un écart reste à vérifier
   *[other] { $n } écarts restent à vérifier
    } avant publication.
section-jumps-open = À vérifier avant publication
section-jumps-checked = Écarts vérifiés
sheet-jumps-open = À vérifier
sheet-jumps-checked = Écarts vérifiés
jumps-sentence = { $n ->
    [one] Un écart reste à vérifier
   *[other] { $n } écarts restent à vérifier
    }. Pour chacun, vérifiez la réponse ou le chiffre, puis dites pourquoi il est juste dans surveys/{ $year }/edition.toml ; « labcensus publish { $year } » donne les lignes à y ajouter. Le bilan est provisoire jusque-là.
jumps-checked-sentence = { $n ->
    [one] Un écart a été vérifié avant publication :
   *[other] { $n } écarts ont été vérifiés avant publication :
    } ce qui s'écarte nettement de l'édition précédente, et pourquoi c'est juste.
jumps-reading = Lecture : sont à vérifier les parts qui bougent de plus de { $points } points entre deux éditions comparables, ce qui n'est plus cité, les labs qui reculent, les équipes multipliées ou divisées par { $factor }, les dates de lancement qui changent, et les labs annoncés que le bilan ne nomme pas.
table-jumps = Écarts à vérifier
table-jumps-checked = Écarts vérifiés
column-jump = Écart
column-jump-id = Identifiant
column-jump-reason = Pourquoi c'est juste
jump-share = { $question }, « { $answer } » : { $before_share } en { $from } ({ $before }), { $after_share } en { $year } ({ $after }), soit { $points } points.
jump-vanished = { $question }, « { $answer } » : { $n ->
    [one] un lab le citait
   *[other] { $n } labs le citaient
    } en { $from } ({ $before }), plus aucun en { $year } ({ $after }).
jump-back = { $academy } : le lab recule, de « { $before } » en { $from } à « { $after } » en { $year }.
jump-team = { $academy } : taille de l'équipe, { $before } en { $from }, { $after } en { $year }.
jump-launch = { $academy } : date de lancement, { $before } dans la réponse de { $from }, { $after } dans celle de { $year }.
jump-headline = { $known } labs sont annoncés comme connus, mais le bilan n'en nomme que { $named }, réponses reçues et labs silencieux ensemble : { $missing ->
    [one] il en manque un
   *[other] il en manque { $missing }
    } (known_silent dans edition.toml).
jump-many-back = { $n } labs reculent.
jump-many-team = { $n } équipes changent fortement de taille.
jump-many-launch = { $n } dates de lancement changent.
cli-unchecked = { $year } : version provisoire, { $n ->
    [one] un écart reste à vérifier
   *[other] { $n } écarts restent à vérifier
    } avant publication (labcensus publish { $year } en donne la liste).
cli-publish-refused = { $year } : { $n ->
    [one] un écart est à vérifier
   *[other] { $n } écarts sont à vérifier
    } avant de publier. Ajoutez les lignes ci-dessus à surveys/{ $year }/edition.toml, avec la raison (reason) et votre nom (by). Rien n'a été écrit.
diagnostic-acknowledgement-unused = « { $text } » n'est pas un écart à vérifier (ligne { $line }).
    .hint = { $near ->
    [none] Retirez ces lignes, ou corrigez l'identifiant : « labcensus publish » donne ceux qui restent à vérifier.
   *[other] Vouliez-vous dire « { $near } » ? Sinon, retirez ces lignes.
    }
dataset-jumps = Écarts à vérifier avant publication
dataset-column-jump = Identifiant de l'écart
dataset-column-kind = Sorte
dataset-column-academy-codes = Organismes concernés
dataset-column-before = Avant
dataset-column-after = Maintenant

## compare

cli-compare = Compare les années, ou suit des labs d'une année à l'autre
cli-value-years = A..B
cli-value-labs = LAB,…
cli-arg-years = Les années, de la première à la dernière (2019..2022) ; une année seule est vue à côté de la précédente
cli-arg-labs = Les labs à suivre, par code ou par nom d'académie, séparés par des virgules
cli-arg-compare-question = La question, par son nom (maturity, themes…) ou par son libellé
cli-arg-format = Forme du résultat : texte aligné, Markdown, CSV ou classeur
cli-arg-output = Écrit le résultat dans ce fichier ; son extension donne la forme
cli-compared = Comparaison écrite dans { $file }.
compare-file = comparaison.xlsx
compare-title = Comparaison { $first }–{ $last }
compare-subtitle = Chiffres du bilan { $last } ; les années d'avant y sont ramenées à son questionnaire.
compare-response = Réponses
compare-of-known = Labs connus, part qui a répondu
compare-of-members = Académies, part qui a répondu
compare-column-share = part { $of }
compare-column-measure = Mesure
compare-column-national = Repère { $last }
compare-table = { $question }, année par année
compare-labs = { $question } : les labs
compare-path = Parcours du lab : { $lab }
compare-of-lab = { $lab } : { $answer }
compare-retired = n'est plus proposée
compare-comparable = { $word } : { $years }
compare-free-text = Les réponses à cette question sont des textes : lisez-les dans les fiches, ou choisissez des labs avec --labs.
compare-reading = Lecture : labs qui citent chaque réponse, et leur part parmi les répondants à la question de l'année. La dernière colonne dit si les années se comparent à { $last }.
compare-launches-cumulated = Labs lancés à la clôture
compare-team-by-year-people-labs = Labs qui donnent un nombre de personnes
compare-team-by-year-people-median = Équipe médiane, personnes
compare-team-by-year-people-total = Ensemble des équipes, personnes
compare-team-by-year-fte-labs = Labs qui donnent un nombre d'ETP
compare-team-by-year-fte-total = Ensemble des équipes, ETP
error-unknown-lab = « { $lab } » n'est ni un code ni un nom du registre des académies.
error-unknown-lab-near = « { $lab } » n'est ni un code ni un nom du registre des académies. Vouliez-vous dire « { $nearest } » ?

## Ce que comptent les chiffres d'une année à l'autre

trend-figure-by-year = { $question } en { $from } : { $answer }
trend-figure-by-year-respondents = répondants à la question « { $question } » en { $from }
trend-figure-bounds-low = { $question } en { $from } : { $answer }, au moins, parmi les labs connus
trend-figure-bounds-high = { $question } en { $from } : { $answer }, au plus, parmi les labs connus
trend-figure-same-labs = { $question } en { $in } : { $answer }, parmi les labs qui ont répondu en { $from } et en { $to }
trend-figure-same-labs-labs = labs qui ont répondu à la question « { $question } » en { $from } et en { $to }
trend-figure-change-from = { $question }, de { $from } à { $to } : { $answer }, labs de { $from }
trend-figure-change-to = { $question }, de { $from } à { $to } : { $answer }, labs de { $to }
trend-figure-change-change = { $question }, de { $from } à { $to } : { $answer }, écart
trend-figure-change-moves = { $question }, de { $from } à { $to } : { $answer }, écart des mêmes labs
trend-figure-change-gained = { $question }, de { $from } à { $to } : { $answer }, labs qui l'ajoutent
trend-figure-change-lost = { $question }, de { $from } à { $to } : { $answer }, labs qui ne le citent plus
trend-figure-change-entrants = { $question }, de { $from } à { $to } : { $answer }, labs entrants
trend-figure-change-leavers = { $question }, de { $from } à { $to } : { $answer }, labs sortis
trend-figure-change-silent = { $question }, de { $from } à { $to } : { $answer }, labs silencieux
trend-figure-diversity = { $question } en { $from } : réponses par lab, en moyenne
trend-figure-transitions = { $question }, de { $from } à { $to } : de « { $before } » à « { $after } »
trend-figure-moves = { $question }, de { $from } à { $to } : { $move }
trend-figure-stay-labs = { $question } : labs vus au stade « { $answer } »
trend-figure-stay-ended = { $question } : labs qui ont quitté le stade « { $answer } »
trend-figure-stay-median = { $question } : durée médiane au stade « { $answer } », en années
trend-figure-response-by-year-received = réponses reçues en { $from }, parmi les académies de l'année
trend-figure-response-by-year-received-known = réponses reçues en { $from }, parmi les labs connus
trend-figure-response-same-members-received = réponses reçues en { $from }, parmi les académies présentes toutes les années
trend-figure-item-nonresponse-by-year = sans réponse à la question « { $question } » en { $from }
trend-figure-team-by-year-people-labs = labs qui donnent un nombre de personnes en { $from }
trend-figure-team-by-year-people-total = personnes dans les équipes en { $from }, au total
trend-figure-team-by-year-people-median = personnes par équipe en { $from }, médiane
trend-figure-team-by-year-fte-labs = labs qui donnent des équivalents temps plein en { $from }
trend-figure-team-by-year-fte-total = équivalents temps plein en { $from }, au total
trend-figure-team-by-year-fte-median = équivalents temps plein par équipe en { $from }, médiane
trend-figure-team-same-labs-people-labs = labs qui donnent un nombre de personnes en { $from } et en { $to }
trend-figure-team-same-labs-people-from = personnes dans leurs équipes en { $from }, les mêmes labs qu'en { $to }
trend-figure-team-same-labs-people-to = personnes dans leurs équipes en { $to }, les mêmes labs qu'en { $from }
trend-figure-team-same-labs-fte-labs = labs qui donnent des équivalents temps plein en { $from } et en { $to }
trend-figure-team-same-labs-fte-from = équivalents temps plein en { $from }, les mêmes labs qu'en { $to }
trend-figure-team-same-labs-fte-to = équivalents temps plein en { $to }, les mêmes labs qu'en { $from }
trend-figure-launches-cumulated = labs lancés à la clôture de { $from }
explain-unit-options = { $n ->
    [one] réponse
   *[other] réponses
    }
explain-unit-months = mois
explain-unit-years = { $n ->
    [one] an
   *[other] ans
    }
trend-nothing = –
remark-register-rows = Base : lignes du registre dont la case est renseignée.
dataset-column-project-move = Évolution depuis l'année précédente
## Grands recensements : plus de 10 000 organismes

cli-arg-fiches = Écrire aussi la fiche de chaque lab d'un recensement de plus de 10 000 organismes
names-and-more = { $names } et { $n ->
    [one] { $count } autre
   *[other] { $count } autres
}
rows-cut = Seules les { $count } premières lignes sur { $all } sont ici : toutes sont dans { $file }.
labs-sentence-large = Une ligne par lab dont la fiche a été reçue.
diagnostic-census-large = Recensement de { $count } organismes : le bilan nomme { $names } labs au plus à la fois et montre { $rows } lignes au plus d'un tableau, le classeur { $sheet_rows } ; les labs n'y ont ni fiche ni graphique à eux, et les tables « cells » et « trace » sont écrites en Parquet seulement. Rien n'est perdu : tout est dans data/.
    .hint = Pour écrire aussi les fiches des labs : labcensus run --fiches.

## Ce qu'un format ne peut pas montrer tel quel

diagnostic-text-too-long = Texte de { $length } caractères, quand une cellule d'Excel en contient 32 767 au plus avec les mots qui l'entourent : le classeur peut en couper la fin, et le marque alors « […] ».
    .hint = Rien n'est perdu : le texte entier est { $table ->
        [none] dans le bilan en HTML, en PDF et en Markdown
       *[other] dans data/{ $table }.csv
    }. S'il doit tenir dans le classeur, le raccourcir ou le répartir sur plusieurs cellules dans le fichier d'origine.
diagnostic-glyph-missing = { $count ->
    [one] Un caractère de ce texte est montré
   *[other] { $count } caractères de ce texte sont montrés
} autrement, parce que la police du PDF ne l'a pas ou qu'il cacherait ou retournerait le texte : { $shown }.
    .hint = Rien à faire si le sens demeure ; sinon, remplacer le caractère dans le fichier d'origine.{ $table ->
        [none] {""}
       *[other] {" "}Le texte tel qu'écrit est dans data/{ $table }.csv.
    }
