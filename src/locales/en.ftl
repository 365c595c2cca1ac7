# Everything that a user reads in English; the keys are those of fr.ftl.

not-available = n/a
list-separator = {", "}
source-line = Source: { $source }, { $year }.

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
season-spring = spring { $of }
season-summer = summer { $of }
season-autumn = autumn { $of }
season-winter = winter { $of }
quarter-1 = first quarter of { $of }
quarter-2 = second quarter of { $of }
quarter-3 = third quarter of { $of }
quarter-4 = fourth quarter of { $of }
half-1 = first half of { $of }
half-2 = second half of { $of }
part-start = early { $of }
part-middle = mid-{ $of }
part-end = late { $of }
school-year = school year { $of }
launch-planned = { $period } (planned)

# Very large tables
diagnostic-and-more = { $n ->
    [one] (and one more remark of the same kind, counted here and not detailed)
   *[other] (and { $count } more remarks of the same kind, counted here and not detailed)
 }

severity-error = ERROR
severity-warning = CHECK
severity-info = INFO

## HTML, PDF, editions

html-skip = Skip to content
html-table = Table: { $table }
html-data = Data of the chart: { $table }
html-traces = Where each number comes from
html-traces-sentence = Every number of the report leads here: what it counts, out of how many, the labs that it counts and the cells in which they say so. The same rows are in data/figures.csv and data/trace.csv.
html-traces-many = { $count } labs: see data/trace.csv or data/trace.parquet.
html-out-of = out of { $base }.
html-footer = Page written by labcensus; it loads nothing, records nothing and needs no network.
pdf-figure = Figure
label-table = Table
pdf-annex = Annex: the labs' pages
cli-arg-only = Write these formats only, the others staying as they are: html, pdf, xlsx, md, charts, data
cli-arg-threshold = In the diffusion edition, do not publish numbers of fewer than N people (2 or more), nor what would give them away; not with --only, which would leave the other formats as they are
cli-arg-edition = diffusion (default: personal data masked), interne (everything, in a folder apart) or both
cli-arg-open = Open the report once written
cli-watch = Makes the report again whenever a file of surveys changes, until Ctrl-C
watch-waiting = Waiting for a change in { $folder }. Ctrl-C to stop; in the browser, F5 reloads the report.
watch-changed = { $file } has changed: the report is made again.
cli-not-opened = { $file } is written but could not be opened: { $message }

## Report

report-title = { $census }, { $year }
report-subtitle = Responses received until { $date }.
report-author = 110 bis, innovation lab of the French ministry of Education
label-contents = Contents
label-back = Back to the report
label-source = Source
label-read-in = Read in
label-question = Question
label-answer = Answer
label-understood = Understood as

section-key-figures = Key figures
sheet-key-figures = Contents
key-received = { $n ->
    [one] form received, out of { $base } known lab
   *[other] forms received, for { $base } labs known to the national team
  }
key-academies = { $n ->
    [one] académie in the register on the closing date
   *[other] académies in the register on the closing date
  }
key-highest = { $n ->
    [one] lab up and running, of { $base } that answered the question
   *[other] labs up and running, of { $base } that answered the question
  }
key-people = { $n ->
    [one] person in the teams, from { $base } lab that counts them
   *[other] people in the teams, from the { $base } labs that count them
  }
finding-single = { $question }: { $list }, of { $base } { $n ->
    [one] lab
   *[other] labs
  } that answered the question.
finding-multiple = { $question }: the answers named most often are { $list }, of { $base } { $n ->
    [one] lab
   *[other] labs
  } that answered the question (several answers possible).
finding-part = { $answer } ({ $count })

section-response = Who answered
sheet-response = Response
response-sentence = { $n ->
    [0] No form was received.
    [one] { $count } form was received. The national team knows of { $known } labs, and the register holds { $academies } académies.
   *[other] { $count } forms were received. The national team knows of { $known } labs, and the register holds { $academies } académies.
  }
response-received = Form received
response-known-silent = Lab known, no answer
response-none = No lab known, no answer
response-without = Académies without a form: { $names }.
reading-response = How to read: each académie of the register counts once. A known lab whose académie is not stated counts among those that did not answer.
table-response = Responses of the académies, { $year }
claim-response-received = labs
claim-open = To reconcile before publication: { $announced } { $what } announced ({ $source }), { $computed } counted by the census. Give the reason in edition.toml (reason.en).
claim-explained = { $announced } { $what } announced ({ $source }), { $computed } counted by the census: { $reason }

question-respondents = { $n ->
    [0] No lab answered the question.
    [one] { $count } lab answered the question, of { $base } forms received.
   *[other] { $count } labs answered the question, of { $base } forms received.
  }
question-respondents-multiple = { $n ->
    [0] No lab answered the question.
    [one] { $count } lab answered the question, of { $base } forms received. Several answers were possible: shares do not add up.
   *[other] { $count } labs answered the question, of { $base } forms received. Several answers were possible: shares do not add up.
  }
question-undecided = { $n ->
    [one] One answer awaits a person's decision and is not counted: { $names }.
   *[other] { $n_words } answers await a person's decision and are not counted: { $names }.
  }
reading-single = { $n ->
    [one] How to read: { $count } lab of the { $base } that answered the question answers “{ $answer }”, that is { $share }.
   *[other] How to read: { $count } labs of the { $base } that answered the question answer “{ $answer }”, that is { $share }.
  }
reading-multiple = { $n ->
    [one] How to read: { $count } lab of the { $base } that answered the question names “{ $answer }”, that is { $share }.
   *[other] How to read: { $count } labs of the { $base } that answered the question name “{ $answer }”, that is { $share }.
  }
table-terms = { $question }, number of labs, { $year }
column-answer = Answer
column-labs = Labs
column-base-question = Labs that answered
column-base-respondents = Forms received
column-base-academies = Académies
column-share = Share
column-academies = Académies
column-academies-count = Number
column-academies-helped = Académies
column-response = Situation

section-launches = Launches
sheet-launches = Launches
launches-sentence = { $n ->
    [0] No lab gives a launch date.
    [one] { $count } lab of { $base } gives a launch date.
   *[other] { $count } labs of { $base } give a launch date.
  } A date after the census closed, or announced as such, is planned.
launches-undated = Without a date: { $names }.
table-launches = Labs by year of launch
column-year = Year
column-launched = Launched
column-planned = Planned

section-team = Teams
sheet-team = Teams
team-sentence = { $n ->
    [0] No lab says how many people it has.
    [one] { $count } lab of { $base } says how many people it has: { $total }.
   *[other] { $count } labs of { $base } say how many people they have: { $total } in all, from { $min } to { $max } per lab, { $median } for the median lab.
  }
team-sentence-total = { $count } labs out of { $base } say how many people they have: { $total } in all. The size of the smallest teams is not published.
team-sentence-withheld = { $n ->
    [one] { $count } lab out of { $base } says how many people it has
   *[other] { $count } labs out of { $base } say how many people they have
  }. These numbers are not published.
team-people = People
team-fte = Full-time equivalents (FTE)
team-exactly = { $n ->
    [0] no member
    [one] { $count } person
   *[other] { $count } people
  }
team-about = about { $count } people
team-between = { $least } to { $most } people
team-fte-count = { $count } FTE
reading-team = People and full-time equivalents are two measures, never added. Only numbers stated exactly are counted.
table-team = Size of the teams
column-measure = Measure
column-total = Total
column-median = Median
column-min = Minimum
column-max = Maximum

section-nonresponse = Questions left unanswered
sheet-nonresponse = Unanswered
nonresponse-sentence = Among the labs whose form was received, those that left each question unanswered.
reading-nonresponse = “?”, “néant” and an empty cell are no answer; an answer that awaits a decision is one.
nonresponse-not-asked = { $n ->
    [one] One question of the census was in none of the forms received: { $list }. Nobody could answer it, and it is not in the table.
   *[other] { $n_words } questions of the census were in none of the forms received: { $list }. Nobody could answer them, and they are not in the table.
}
table-nonresponse = Labs that did not answer, by question
column-question = Question
column-unanswered = Unanswered

section-labs = The labs
sheet-labs = Labs
labs-sentence = One row per lab whose form was received; the name leads to its page.
table-labs = Labs of the académies
column-academy = Académie

section-diagnostics = Points to check
sheet-diagnostics = Quality
diagnostics-sentence = { $errors ->
    [0] No error
    [one] One error
   *[other] { $errors } errors
  }, { $warnings ->
    [0] no point to check.
    [one] one point to check before publication.
   *[other] { $warnings } points to check before publication.
  }
table-diagnostics = What the reading noticed
column-severity = Weight
column-where = Where
column-message = Finding
column-advice = What to do

section-reading = How to read
sheet-reading = How to read
reading-bases = The same number of labs gives different shares depending on what it is set against. Each table says its base; the four bases of the census are the labs that answered the question, which vary from one question to the next, and the three that follow.
table-bases = The bases
column-base = Base
column-size = Size
column-meaning = What it counts
base-respondents = Forms received
base-respondents-meaning = The labs whose response was received and understood.
base-known-labs = Known labs
base-known-labs-meaning = The labs that the national team knows of, declared in edition.toml.
base-academies = Académies
base-academies-meaning = The académies of the register on the closing date.
reading-sources = The cells behind each number are in data/trace.csv; what became of each cell read, in data/cells.csv.

answer-missing = no answer
answer-to-review = to be decided

chart-single-subtitle = Number of labs by answer, of { $base } that answered the question, { $year }
chart-multiple-subtitle = Number of labs that name each answer (several possible), of { $base } that answered the question, { $year }
chart-terms-description = Horizontal bars. { $question }, of { $base } labs that answered the question in { $year }: { $list }.
chart-title-maturity = { $n ->
    [0] no lab is up and running yet in { $year }
    [one] { $n_words } of { $base_words } labs is up and running in { $year }
   *[other] { $n_words } of { $base_words } labs are up and running in { $year }
  }
chart-title-single = { $n ->
    [one] { $n_words } of { $base_words } labs answers “{ $answer }”
   *[other] { $n_words } of { $base_words } labs answer “{ $answer }”
  }
chart-title-first = { $n ->
    [one] { $answer }: { $n_words } of { $base_words } labs, ahead of any other answer
   *[other] { $answer }: { $n_words } of { $base_words } labs, ahead of any other answer
  }
chart-title-two = { $answer } and { $second } come first, with { $n_words } of { $base_words } labs
chart-title-tied = several answers come first, with { $n_words } of { $base_words } labs
chart-title-launches = { $n ->
    [0] no lab has been launched yet
    [one] { $n_words } lab was launched in { $launch_year }
   *[other] { $n_words } labs were launched in { $launch_year }
  }
chart-launches-subtitle = Number of labs by year of launch, { $base } dates given in { $respondents } forms received
chart-launches-description = Columns by year of launch: { $list }.
chart-launches-part = { $planned ->
    [0] { $count } in { $launch_year }
   *[other] { $count } in { $launch_year } and { $planned_count } planned
  }
chart-planned = { $n ->
    [one] planned
   *[other] planned
  }
chart-undated = No date

## Maps
codebook-what-tile = a column or row of a tile (a whole number, from 0)
diagnostic-map-unreadable = The true map is not drawn: the outlines in “{ $map }” cannot be used ({ $map-reason }{ $at }). The tile map is.
    .hint = Mend or replace this file in surveys/codebook, or take [map] out of census.toml.
fact-map-reason-missing = it is missing
fact-map-reason-too-large = it is larger than 64 MB
fact-map-reason-not-json = it is not JSON, line
fact-map-reason-no-feature = it holds no outline
fact-map-reason-no-name = an outline has neither property “academie” nor “code”, outline
fact-map-reason-no-polygon = an outline is not a polygon, outline
fact-map-reason-not-degrees = coordinates are not in degrees, outline
diagnostic-map-incomplete = { $map-kind }: { $names } (outlines in “{ $map }”).
    .hint = Complete the file, or mend the property “academie” or “code” of these outlines.
fact-map-kind-missing = Académies that the true map lacks
fact-map-kind-unknown = Outlines that are no académie's
section-maps = The académies on the map
sheet-maps = Maps
standing-unclear = Form received, stage unclear
standing-nothing = No answer
standing-absent = did not exist
map-part = { $answer }: { $names }
map-separator = {"; "}
map-title-maturity = { $n ->
    [0] no académie has an active lab yet in { $year }
    [one] { $n_words } académie out of { $base } has an active lab in { $year }
   *[other] { $n_words } académies out of { $base } have an active lab in { $year }
  }
map-title = { $n ->
    [one] { $n_words } académie out of { $base }: “{ $answer }” in { $year }
   *[other] { $n_words } académies out of { $base }: “{ $answer }” in { $year }
  }
map-tiles-subtitle = { $question } by académie, { $year }. One tile for each, about where it lies
map-tiles-description = Tile map, one tile for each académie. { $question }, { $year }. { $list }.
map-outlines-subtitle = { $question } by académie, { $year }
map-outlines-description = Map of the académies. { $question }, { $year }. { $list }.
map-missing = Not on the map: { $names }.
map-source-line = Source: { $source }, { $year }; { $credit }.
table-map = The académies and their labs, { $year }
column-region = Académie region
reading-map = How to read: the dots say the same as the colour. The more of them are full, the further the lab has come.
section-paths = Annex: the path of each académie
sheet-paths = Paths
paths-subtitle = Stage stated each year, from { $first } to { $last }. One row per académie, one square per year
paths-description = One row per académie, one square per year from { $first } to { $last }; the table below gives each stage.
table-paths = Paths of the académies
reading-paths = How to read: each row reads from left to right. Where a square is missing, the académie did not exist that year.
paths-title = The path of each académie, from { $first } to { $last }
fiche-previous = In { $before }: { $answer }.
fiche-reference = Nationally: { $list }, out of { $base } { $n ->
    [one] respondent
   *[other] respondents
  } to the question.
fiche-reference-launch = Nationally: { $count } { $n ->
    [one] lab launched
   *[other] labs launched
  } in { $launch_year }, out of { $base } dates given.
fiche-reference-planned = Nationally: { $count } { $n ->
    [one] launch planned
   *[other] launches planned
  } in { $launch_year }, out of { $base } dates given.
fiche-reference-team = Nationally: the median team has { $median } people, according to { $count } { $n ->
    [one] lab that counts it
   *[other] labs that count it
  }.
fiche-path = Path of the lab
before-no-form = no form received
section-trace = From a figure to its cells
sheet-trace = Traceability
trace-sentence = Each figure of the report, the académies that it counts and the cell where each says so; the link opens the form there.
table-trace = Origin of each figure, { $year }
column-figure = Figure
column-value = Value
section-answers = The answers as written
sheet-answers = Written answers
answers-sentence = Each answer of each form: what was written, what was understood, and where.
table-answers = Answers, { $year }
column-question = Question
column-written = Written
column-understood = Understood as
sheet-cut = Only the first { $count } rows are here: all are in { $file }.
series-sentence = Each edition counts all the labs that answered it: the number of respondents, given each time, changes from year to year.
reading-series = How to read: a rise can come from new respondents.
series-not-asked = –
series-out-of = of { $base }
series-respondents = Labs that answered the question
series-absent = –: not asked that year.
series-cut = Solid line: the years on either side do not compare.
series-partly = Dashed line: the years on either side compare in part only.
series-part = { $answer }: { $from } in { $first }, { $to } in { $last }
series-part-once = { $answer }: { $to } in { $last }
table-series = { $question } from year to year, number of labs
series-ladder-title-maturity = { $n ->
    [0] no active lab in { $last }
    [one] { $n_words } active lab in { $last }
   *[other] { $n_words } active labs in { $last }
  }, against { $m_words } in { $first }
series-ladder-title-maturity-alone = { $n ->
    [0] no active lab in { $last }
    [one] { $n_words } active lab in { $last }
   *[other] { $n_words } active labs in { $last }
  }
series-ladder-title = “{ $answer }”: { $n_words } in { $last }, against { $m_words } in { $first }
series-ladder-title-alone = “{ $answer }”: { $n_words } in { $last }
series-ladder-subtitle = { $question }: number of labs by year, among those that answered the question
series-ladder-description = Stacked columns, one for each year. { $question }: { $list }.
series-options-title = { $answer }: { $n } of { $base } labs in { $last }, { $m } of { $first_base } in { $first }
series-options-title-alone = { $answer }: { $n } { $n ->
    [one] lab
   *[other] labs
  } out of { $base } in { $last }
series-options-subtitle = { $question }: number of labs that name each answer (several possible), by year
series-options-description = Small column charts, one for each answer. { $question }: { $list }.
section-crossings = What goes together
sheet-crossings = Crossings
reading-crossings = How to read: each cell counts the labs that are both in the row and in the column; the darker it is, the more there are.
crossing-all = All
crossing-description = Cross table. { $title }. { $subtitle }; the table below gives each number.
by-stage-title-maturity = { $all ->
    [yes] all { $base } active labs name “{ $answer }”
   *[no] { $n_words } { $n ->
        [one] active lab out of { $base } names
       *[other] active labs out of { $base } name
      } “{ $answer }”
  }
by-stage-title = { $n_words } { $n ->
    [one] lab out of { $base } names “{ $answer }”
   *[other] labs out of { $base } name “{ $answer }”
  }, at the stage “{ $stage }”
by-stage-subtitle = { $question } by maturity, number of labs, { $year }
table-by-stage = { $question } by maturity, { $year }
together-title = { $n_words } { $n ->
    [one] lab out of { $base } names
   *[other] labs out of { $base } name
  } both “{ $row }” and “{ $column }”
together-subtitle = { $down } (rows) and { $across } (columns) named by the same lab, number of labs, { $year }
table-together = { $down } and { $across } named together, { $year }
transition-entered = New
transition-silent = No answer
transition-left = Gone
transition-corner = { $from } ↓ { $to } →
transition-total = All in { $from }
transition-note = Framed cells: same stage both years.
transition-title = { $n ->
    [0] no lab moves forward
    [one] { $n_words } lab moves forward
   *[other] { $n_words } labs move forward
  } from { $from } to { $to }, { $m ->
    [0] none moves back
    [one] one moves back
   *[other] { $m_words } move back
  }
transition-subtitle = { $question } in { $from } (rows) and in { $to } (columns), number of labs
table-transition = { $question } from { $from } to { $to }, number of labs
contact-none = No contact noted
map-contact-title = { $n ->
    [0] no académie is followed by the national team in { $year }
    [one] { $n_words } académie out of { $base } is followed by the national team in { $year }
   *[other] { $n_words } académies out of { $base } are followed by the national team in { $year }
  }
map-contact-subtitle = Level of contact of each académie with the national team, { $year }. One tile for each
map-contact-description = Tile map, one tile for each académie. Level of contact with the national team, { $year }. { $list }.
table-chart-response = { $n ->
    [one] { $n_words } académie out of { $base } sent its form
   *[other] { $n_words } académies out of { $base } sent their forms
  }
table-chart-projects_move = { $n_words } { $n ->
    [one] project
   *[other] projects
  } out of { $base } { $category ->
    [entered] { $n ->
        [one] is new
       *[other] are new
      }
    [forward] moved forward
    [same] { $n ->
        [one] is at the same stage
       *[other] are at the same stage
      }
    [back] went back
    [paused] { $n ->
        [one] was put on hold
       *[other] were put on hold
      }
    [resumed] resumed
    [finished] { $n ->
        [one] is finished
       *[other] are finished
      }
   *[left] left the portfolio
  }
table-leading = { $ties ->
    [1] “{ $answer }” comes first: { $n_words } { $unit } out of { $base }
   *[other] { $ties_words } { $rows } share the first place: { $n_words } { $unit } out of { $base } each
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
    [one] project
   *[other] projects
  }
table-unit-positioning = { $n ->
    [one] académie
   *[other] académies
  }
table-unit-support_kind = { $n ->
    [one] piece of support
   *[other] pieces of support
  }
table-unit-obstacles_topic = { $n ->
    [one] obstacle or need
   *[other] obstacles or needs
  }
table-rows-sessions_nature = natures
table-rows-sessions_level = levels
table-rows-projects_stage = stages
table-rows-positioning = groups
table-rows-support_kind = kinds of support
table-rows-obstacles_topic = topics
table-chart-description = Horizontal bars. { $table }: { $list }.
table-projects-move = What became of the projects since the year before
column-project-move = Since the year before
column-projects-count = Projects
column-projects-either = Projects of either year
project-move-entered = New
project-move-forward = Moved forward
project-move-same = At the same stage
project-move-back = Went back
project-move-paused = Was suspended
project-move-resumed = Was taken up again
project-move-finished = Was finished
project-move-left = Left the portfolio
column-contact = Level of contact
fiche-reference-same = Nationally: { $count } { $labs ->
    [one] lab
   *[other] labs
  } out of { $base } { $n ->
    [one] respondent
   *[other] respondents
  } to the question { $labs ->
    [one] gives this answer
   *[other] give this answer
  }.
table-fiche-path = Stage, themes and services, year by year

## Fate of cells

reason-above-questions = above the questions
reason-instructions = instructions
reason-other-sheet = sheet without a question of the census
reason-hidden-sheet = hidden sheet
reason-not-ticked = option not ticked
reason-superseded = another response of the same académie counts
reason-no-academy = académie not found
reason-not-census = file without a question of the census
reason-stray = outside the questions
reason-error-value = cell in error

## Diagnostics

diagnostic-file-unreadable = “{ $file }” cannot be read: { $why }{ $detail }.
    .hint = { $todo }
diagnostic-file-unsupported = “{ $file }” is { $why }{ $detail }, which labcensus does not read.
    .hint = { $todo }
diagnostic-answers-mixed = The sheet mixes the answers of several labs, question by question: it is not counted.
    .hint = Sort its rows by the column that names the labs, then run again.
diagnostic-file-not-census = “{ $file }” holds no question of the census.
    .hint = Check that it is a response; otherwise take it out of responses/.
diagnostic-academy-unknown = The académie of “{ $file }” was not found: this form is not counted.
    .hint = Write the académie in the form's title or in the file's name.
diagnostic-academy-conflict = The form says “{ $academy }”, the file's name “{ $other }”: the form counts.
    .hint = Correct whichever is wrong.
diagnostic-academy-from-file-name = The form does not name its académie: the file's name does ({ $academy }).
diagnostic-duplicate-response = { $academy } has several responses: this one does not count, “{ $kept }” counts, { $because ->
    [later] because it is later
    [below] because it stands lower in the same table
    [fuller] because it answers more questions
   *[name] because its name comes last
  }. { $differs ->
    [none] Both say the same.
   *[other] They differ in: { $differs_en }.
  }
    .hint = Take the one that must not count out of responses/.
diagnostic-unknown-question = “{ $text }” is not a known question: its answer is kept as free text.
    .hint = If it is a question of the census, add this label to its wordings in codebook/census.toml.
diagnostic-unread-cell = Cell not read: “{ $text }”.
    .hint = Move this text into the cell of the question that it answers.
diagnostic-error-cell = The cell is in error ({ $text }): it does not count.
    .hint = Mend the formula in the file, or ask the lab for its answer.
diagnostic-to-review = “{ $text }” awaits a decision: { $reason }.
    .hint = { $suggestions ->
        [none] Ask the lab what it means, or decide with “labcensus review”.
       *[other] Close answers: { $suggestions }. Decide with “labcensus review”.
      }
diagnostic-other-option = “{ $text }” is outside the list: kept as free text.
diagnostic-sheet-ignored = Sheet “{ $sheet }” is not read: { $reason }.
diagnostic-legacy-encoding = The text was read as Windows-1252.
diagnostic-litter-ignored = { $count ->
    [one] One temporary or system file was passed over: { $text }.
   *[other] { $count } temporary or system files were passed over: { $text }.
  }
diagnostic-claim-unreconciled = “{ $text }”: { $announced } announced ({ $source_en }), { $computed } counted by the census (line { $line }).
    .hint = Give the reason of the difference in edition.toml (reason.fr and reason.en), or correct the announced value.
diagnostic-claim-reconciled = “{ $text }”: { $announced } announced ({ $source_en }), { $computed } counted by the census: { $reason_en }
diagnostic-claim-unknown = “{ $text }” is not a figure of the census (line { $line }).
    .hint = The names of the figures are in data/figures.csv, without their year.

fact-reason-instructions = instructions
fact-reason-other-sheet = no question of the census
fact-reason-hidden-sheet = hidden sheet
fact-reason-unknown = no option resembles it
fact-reason-question = a question mark
fact-reason-unticked = an unticked box
fact-reason-negation = a negation or an end
fact-reason-tie = several options fit
fact-reason-foreign_words = an option, with words that are not
fact-reason-incomplete = words of an option, but not those that tell it apart
fact-reason-near_miss = spelt nearly as an option
fact-reason-sub_bullet = an option under another
fact-reason-blocked = another part of the answer may deny it
fact-reason-not_alone = several answers to a question that takes one
fact-reason-retired = an option that this edition no longer offers
fact-reason-not_yet = an option that this edition does not offer yet
fact-reason-broken_decision = a decision that no longer holds
fact-reason-negated = a negation
fact-reason-hedged = a reservation
fact-reason-bound = a bound and not a value
fact-reason-unexplained = words that nothing explains
fact-reason-no_year = a date without its year
fact-reason-no_date = no date
fact-reason-impossible_date = an impossible date
fact-reason-implausible_year = an implausible year
fact-reason-ambiguous_date = a date with two readings
fact-reason-several_dates = several dates
fact-reason-no_size = no number
fact-reason-unclear_total = an unclear total
fact-reason-unclear_time = an unclear working time
fact-reason-several_bodies = several académies
fact-reason-several_in_region = a region of several académies
fact-reason-ambiguous_name = an ambiguous name
fact-reason-seat_only = a seat only
fact-reason-contradicted = a contradiction
fact-reason-outside_census = outside the census
fact-reason-unknown_body = unknown académie

## Errors

error-read = { $path }: cannot be read ({ $detail }).
error-write = { $path }: cannot be written ({ $detail }). Check your rights and the room on the disk; the previous report is intact.
error-locked = { $path } is open in another program, most likely Excel. Close it and run again; the previous report is intact.
error-busy = { $path }: another run of labcensus is writing there. Wait for it to end and run again.
error-codebook = { $path }, line { $line }: { $reason }
error-no-year = { $path }: no year folder (such as 2020). Make one with “labcensus new”, or give the right folder with --surveys.
error-unknown-year = { $path }: no such folder. Check the year, or give the right folder with --surveys.
error-nothing-readable = { $path }: no response can be used. Run “labcensus check” to know why.
error-target-exists = { $path } already exists and is not empty. Choose another folder.
error-render = { $what }: { $detail }

codebook-syntax = wrong syntax ({ $detail }).
codebook-alias-twice = “{ $alias }” means both { $first } and { $second }.
codebook-duplicate-id = “{ $id }” is defined twice.
codebook-unknown-id = “{ $id }” is not { $what }.
codebook-overlap = the validity of “{ $code }” overlaps with line { $other }.
codebook-bad-value = “{ $value }” is not { $what }.
codebook-what-vocabulary = a known vocabulary
codebook-what-question = a known question
codebook-what-year = the folder's year
codebook-what-date = a date (YYYY-MM-DD)
codebook-what-term = a term of the vocabulary
codebook-what-body = a code of the register
codebook-what-field = a known field
codebook-what-label = a label
codebook-what-anchor = a word that the term can contain
codebook-what-period = a period in order
codebook-what-column = a column that is there
codebook-what-position = a geographic position
codebook-what-optional-word = a word that can be optional (a negation cannot)
codebook-what-text = a text with at least one letter

## Command line

cli-about = Takes a census of innovation labs: reads responses, normalises, counts, writes the report.
cli-usage = Usage:
cli-commands = Commands
cli-command = COMMAND
cli-arguments = Arguments
cli-options = Options
cli-run = Reads the responses and writes the report of each year
cli-check = Reads and normalises only; shows what needs attention
cli-new = Makes a census of your own: questionnaire, empty form, the year's folder
cli-completions = Prints the completion script of a shell
cli-value-year = YEAR
cli-value-folder = FOLDER
cli-value-shell = SHELL
cli-arg-year = Years to process; all that are found when none is named
cli-arg-new-year = Year of the census [default: this year]
cli-arg-folder = Folder to make
cli-arg-surveys = Folder of the responses and the codebook [default: { $default }]
cli-arg-reports = Folder of the reports [default: { $default }]
cli-arg-lang = Language of the messages and the report [default: fr]
cli-arg-help = Shows this help
cli-arg-version = Shows the version
cli-arg-shell = bash, zsh, fish, powershell or elvish
cli-reading = Reading { $year }
cli-error = ERROR { $message }
cli-done = { $year }: { $read ->
    [one] 1 file read
   *[other] { $read } files read
  }, { $labs ->
    [one] 1 lab
   *[other] { $labs } labs
  }; { $written ->
    [one] 1 file
   *[other] { $written } files
  } written to { $folder } in { $time } s. { $attention }
cli-checked = { $year }: { $read ->
    [one] 1 file read
   *[other] { $read } files read
  }, { $labs ->
    [one] 1 lab
   *[other] { $labs } labs
  }. { $attention }
cli-attention = { $errors ->
    [0] { $warnings ->
        [0] Nothing needs attention.
        [one] One point to check.
       *[other] { $warnings } points to check.
      }
    [one] One error, { $warnings ->
        [0] no other point to check.
        [one] one point to check.
       *[other] { $warnings } points to check.
      }
   *[other] { $errors } errors, { $warnings ->
        [0] no other point to check.
        [one] one point to check.
       *[other] { $warnings } points to check.
      }
  }
cli-created = Census made in { $folder }. Send out the empty form of { $place }, put the responses in its responses folder, then run “labcensus run” from { $folder }.
usage-invalid-command = ERROR “{ $command }” is not a command.
usage-unknown-argument = ERROR “{ $argument }” is not an option of this command.
usage-invalid-value = ERROR “{ $value }” does not suit { $argument }.
usage-missing-argument = ERROR { $argument } is missing.
usage-missing-command = ERROR a command is missing.
usage-other = ERROR this command is not understood.
usage-help = → “labcensus --help --lang en” shows the help.
usage-suggestion = → Did you mean “{ $suggestion }”?

## New census

form-file = empty-form
form-sheet = Form
form-title = CENSUS OF INNOVATION LABS { $year }
form-help = One form per lab. Fill the right-hand column; help shows when a cell is selected.
form-tick = put an x beside what applies
form-help-academy = Choose your académie in the list.
form-help-lab = The name of your lab, if it has one.
form-help-maturity = Choose what describes your lab best today.
form-help-launch = Month and year, such as: September 2021. Leave empty if the date is not known.
form-help-team = The number of people and their services, such as: 4 people (2 CARDIE, 2 DRANE). State FTE apart.
form-help-themes = x if the lab works on this theme.
form-help-themes-other = One theme a line (Alt + Enter), if the list is not enough.
form-help-services = x if the lab offers this service.
form-help-services-other = One service a line (Alt + Enter), if the list is not enough.
form-help-highlight = A few lines on what you are proud of this year. Name nobody.
form-help-achievements = What the lab achieved this year.
form-help-goals = What the lab plans for next year.
form-help-information = What the network should know: needs, difficulties, news.
form-help-project = If a project precedes the lab, describe it in a few lines.
new-readme =
    # Census

    1. Open `surveys/{ $year }/empty-form.xlsx`, check it, send it to each lab.
    2. Put what comes back, as it is, in `surveys/{ $year }/responses/` (xlsx, xls, ods or csv).
    3. State the closing date and the known labs in `surveys/{ $year }/{ $file }`, the year's activity in `activity.xlsx`, and write your texts in `narrative/` (edito.md…).
    4. Run `labcensus check --lang en`: each point names the file and the cell.
    5. Run `labcensus run --lang en`: the report is in `reports/{ $year }/`.
    6. Questions, lists, registers and the order of the sections are in `surveys/codebook/`; adapt them.
    7. Responses are never changed; the report can always be made again.
    8. Next year: a folder `surveys/{ $next }/` beside this one.
new-edition =
    # What the forms do not say.
    year = { $year }

    # Last day of the responses. A later launch date is planned.
    closing_date = { $year }-12-31

    # Labs that the team knows of, whether they answered or not, and the codes of the silent ones.
    # known_labs = 14
    # known_silent = ["17"]

    # Numbers announced elsewhere, to be set beside what is counted.
    # [[claim]]
    # figure = "response.received"
    # value = 14
    # source.fr = "communiqué de presse"
    # source.en = "press release"
    # reason.fr = "pourquoi le nombre diffère"
    # reason.en = "why the number differs"

    # Key figures that no register counts, printed as declared.
    # [[declared]]
    # figure = "team_members"
    # value = 4
    # label.fr = "membres de l'équipe nationale"
    # label.en = "members of the national team"
    # source.fr = "organigramme du 1er janvier"
    # source.en = "organisation chart of 1 January"

## Published tables

dataset-labs = One lab per académie of the register
dataset-answers = One item of an answer per row
dataset-cells = What became of each non-empty cell
dataset-diagnostics = What the reading noticed
dataset-figures = Every number printed
dataset-trace = The labs and cells behind each number
dataset-column-year = Year of the edition
dataset-column-academy-code = Code of the académie
dataset-column-academy = Académie
dataset-column-lab = Name of the lab
dataset-column-response = Response received, lab known but silent, or nothing
dataset-column-maturity = Maturity, id
dataset-column-maturity-label = Maturity, label
dataset-column-launch = Launch, as precise as the answer
dataset-column-launch-precision = Precision of the launch
dataset-column-launch-kind = Actual or planned launch
dataset-column-team-people = People in the team
dataset-column-team-fte = Full-time equivalents
dataset-column-contact-level = Level of contact with the national team
dataset-column-positioning = Positioning group
dataset-column-source-file = File of the response
dataset-column-source-sha256 = SHA-256 of the file
dataset-column-team-services = Services that the team names, separated by | (labels of codebook/services.csv)
dataset-column-question = Question
dataset-column-item = Rank in the answer
dataset-column-term = Canonical value
dataset-column-label = Label of the value
dataset-column-text = Text as written
dataset-column-status = State of the answer
dataset-column-method = Method that understood it
dataset-column-rule = Rule that fired
dataset-column-file = File
dataset-column-sheet = Sheet
dataset-column-cell = Cell
dataset-column-fate = Fate of the cell
dataset-column-reason = Reason
dataset-column-code = Code of the diagnostic
dataset-column-severity = Weight
dataset-column-message = Finding
dataset-column-hint = What to do
dataset-column-figure = Name of the figure
dataset-column-indicator = Indicator
dataset-column-category = Category
dataset-column-count = Number
dataset-column-base = Base
dataset-column-base-kind = Kind of base
dataset-column-share = Share of the base
dataset-column-comparable = Comparable from year to year
dataset-column-note = Remark
dataset-column-unit = Unit

## Decisions, review and proof sheets

diagnostic-decision-stale = The decision on line { $line } of codebook/decisions.csv no longer holds: “{ $text }” → { $terms }.
    .hint = Decide again with “labcensus review”, or correct the line.
diagnostic-decision-unused = The decision on line { $line } of codebook/decisions.csv served no answer: “{ $text }” → { $terms }.
codebook-decided-twice = “{ $text }” was decided already on line { $first }: keep one of the two lines.
codebook-what-key = a decision key (lower case, no accents, no punctuation)
codebook-what-ruling = a list of terms separated by | (or NONE)
codebook-what-version = a version number
cli-classify = Says what would become of an answer, and why
cli-arg-question = Question of the census, such as maturity, themes, services, launch, team or academy
cli-arg-text = Answers; one a line on standard input when none is given
cli-arg-json = Writes one JSON object a line
cli-arg-classify-year = Edition whose closing date counts [default: the folder's last, else this year]
cli-value-question = QUESTION
cli-value-text = TEXT
classify-status-mapped = understood
classify-status-partly_mapped = understood in part
classify-status-decided = decided
classify-status-to_review = to review
classify-status-missing = no answer
classify-status-free_text = free text
classify-status = { $text }: { $status }
classify-terms = { "  " }understood as: { $terms }
classify-left = { "  " }to review: { $left }
classify-found = { "  " }method: { $method } ({ $rule })
classify-suggestions = { "  " }close answers: { $suggestions }
error-unknown-question = “{ $question }” is not a question of the census. Known questions: { $known }.
error-unknown-question-near = “{ $question }” is not a question of the census. Did you mean “{ $nearest }”? Known questions: { $known }.
error-changed = { $path }: somebody changed this file meanwhile. Nothing was written; run the command again.
cli-review = Writes the answers to review to a workbook, or takes its decisions back
cli-arg-apply = Filled workbook whose decisions are to be kept
cli-arg-by = Who decides [default: what the workbook says]
cli-arg-on = Day of the decisions [default: today]
cli-value-file = FILE
cli-value-name = NAME
cli-value-date = YYYY-MM-DD
cli-review-written = { $n ->
    [0] Nothing to review; the workbook { $file } says so.
    [one] One answer to review in { $file }.
   *[other] { $n } answers to review in { $file }.
  }
cli-review-applied = { $year }: { $decisions ->
    [0] no decision
    [one] one decision kept
   *[other] { $decisions } decisions kept
  }, { $aliases ->
    [0] no alias added
    [one] one alias added
   *[other] { $aliases } aliases added
  }. To review: { $before } before, { $after } after.
error-not-review = { $path } is not a workbook written by “labcensus review”.
error-unapplied = { $path } holds answers that were not taken back. Take them with “labcensus review --apply”, or delete the file.
error-refused = { $path }: { $count } to correct, nothing was kept. Correct the cells named and run again.
review-file = a-valider.xlsx
review-title = Answers to review, { $year }
review-sheet = To review
review-places = All places
review-help-sheet = How to
review-progress = Progress
review-by = Reviewed by:
review-none = NONE
review-yes = yes
review-nothing = Nothing waits for a decision.
review-not-in-list = Choose from the list
review-wording = Write what is to be read, such as “September 2021” or “3 people”, or NONE.
review-column-question = question
review-column-decision-key = key
review-column-label = Question
review-column-text = Text as written
review-column-where = Where
review-column-count = How often
review-column-reason = Why
review-column-suggestion = Close answer { $n }
review-column-answer = Answer to keep { $n }
review-column-alias = Add as alias
review-column-note = Note
review-coded = Items coded
review-waiting = To review
review-share = Share coded
review-help =
    How to review
    Each row of the sheet “To review” is a text that no rule understands for sure. The column “Where” opens the form.
    1. Choose under “Answer to keep” what the text means. If the question takes several answers, fill several columns.
    2. Choose NONE if the text is none of the answers of the list: it will remain free text.
    3. For a launch or a team, write what is to be read, in French: « septembre 2021 », « 3 personnes ».
    4. “Add as alias: yes” makes this text understood from now on, even within a list. Keep it for general ways of saying.
    5. A row left empty will wait. You may sort, filter, save and finish later.
    6. Write your name at the top of the sheet, save, then run: labcensus review --apply a-valider.xlsx
    A decision holds for this very text (case, accents and punctuation aside), this year and later. It is kept in surveys/codebook/decisions.csv.
review-table-header = question | text | before | after
review-already = decided already
review-stale = decision that no longer held
review-aliased = { " " }(alias added)
review-refused = { $file }, cell { $cell }: { $reason }
review-refused-lost-row = the question or the key of the row is lost; write the workbook again with “labcensus review”.
review-refused-unknown-answer = “{ $fact }” is not an answer of the list.
review-refused-unclear-wording = “{ $fact }” is not understood; write for instance « septembre 2021 » or « 3 personnes ».
review-refused-not-offered = “{ $fact }” is not offered in this edition; choose from the list.
review-refused-none-and-some = NONE and an answer on the same row.
review-refused-several = several answers to a question that takes one.
review-refused-other-row = the row of { $fact } decides otherwise on the same text.
review-refused-other-decision = line { $fact } of decisions.csv decides otherwise on the same text.
review-refused-alias-needs-one = an alias needs one answer, and a text of one line.
review-refused-alias-without-effect = this text would not be understood as an alias (denial, doubt, or a state that is decided case by case); decide without alias.
review-refused-alias-taken = this text already means { $fact }.
review-refused-changes-case = the alias would change the meaning of a known answer: “{ $fact }”.
review-refused-no-vocabulary-file = the census has no vocabulary file of its own; create it with “labcensus new”.
fact-reason-wrapped = a phrase perhaps broken over two lines
fact-reason-decision_only = a state that is decided case by case
fact-reason-ambiguous = words that this vocabulary doubts
fact-reason-mixed = an option mixed with something else
cli-proofs = Writes a proof sheet per lab: what it wrote, what is understood, where to correct
cli-proofs-written = { $n ->
    [one] One proof sheet written in { $folder }.
   *[other] { $n } proof sheets written in { $folder }.
  } Once corrected, put them in responses.
proof-folder = bons-a-tirer
proof-file = bon-a-tirer
proof-sheet = Proof sheet
proof-title = Proof sheet, { $year } census: { $academy }
proof-help-1 = Check what we understood. Fill only what is to be corrected, in the coloured cells.
proof-help-2 = A correction replaces the whole answer to the question; NONE empties it. Then send this file back.
proof-written = You wrote
proof-understood = We understood
proof-correction = Correct here
reason-proof-text = text of the proof sheet
reason-corrected = corrected by the lab on its proof sheet
diagnostic-answer-corrected = The lab corrected “{ $text }” ({ $before_place }) to “{ $after }” on its proof sheet.
diagnostic-proof-unused = The proof sheet “{ $file }” is not taken into account: edition { $year_made_for }, académie { $code }.
    .hint = Put it in the responses folder of the year { $year_made_for }.
review-personal = Personal data
review-personal-text = Masked text
review-personal-kind = Kind
fact-kind-mail = mail address
fact-kind-phone = telephone number
fact-kind-name = name
fact-kind-contact = contact
fact-kind-identifier = tool’s identifier
diagnostic-personal-data = { $count ->
    [one] Personal data masked in what is published ({ $kind }).
   *[other] { $count } pieces of personal data masked in what is published.
}
    .hint = The list, for the team only, is in a-valider.xlsx (“labcensus review”).

## Reading files

diagnostic-encoding-repaired = Accented letters were encoded twice (“Ã©” for “é”): they were restored.
    .hint = Check the names and texts of this file.
diagnostic-hidden-cell = A merged cell hides this text, which is not read: “{ $text }”.
diagnostic-uncomputed-cell = The formula has no result in the file: the cell does not count.
    .hint = Open the file in Excel, save it and drop it again.
reason-under-merge = hidden by a merged cell
fact-why-not-opened = the system does not open it
fact-todo-not-opened = Check that it is not open elsewhere and that you may read it.
fact-why-empty = it is empty (0 bytes)
fact-todo-empty = Ask for the file again: sending or copying it failed.
fact-why-too-big = it is larger than 100 MB
fact-todo-too-big = Save the answers alone, without pictures, in a new workbook.
fact-why-password = it is protected by a password
fact-todo-password = Open it with its password, save it as .xlsx without a password and drop it again (if it opens without asking, just save it as .xlsx).
fact-why-truncated = it stops before its end
fact-todo-truncated = Ask for the file again: sending or copying it stopped half-way.
fact-why-damaged = it is damaged
fact-todo-damaged = Open it in Excel or LibreOffice, which can sometimes repair it, save it as .xlsx and drop it again; otherwise ask for it again.
fact-why-bomb = it inflates out of all proportion
fact-todo-bomb = Do not open it; ask its author for the answer in a new file.
fact-why-too-many-parts = it holds too many parts
fact-todo-too-many-parts = Copy the answers to a new workbook.
fact-why-too-many-sheets = it holds more than 200 sheets
fact-todo-too-many-sheets = Keep the sheets with answers, in several files if need be.
fact-why-too-many-cells = it holds too many cells
fact-todo-too-many-cells = Copy the answers alone to a new workbook.
fact-why-doctype = it declares a document type, which no workbook does and which can serve an attack
fact-todo-doctype = Do not open it; ask its author for the answer again.
fact-why-unsafe-path = one of its parts has a name that leaves the archive
fact-todo-unsafe-path = Do not open it; ask its author for the answer again.
fact-why-false-count = it announces more texts than it holds
fact-todo-false-count = Open it in Excel, save it under another name and drop it again.
fact-why-bad-reference = a cell in it has an impossible address
fact-todo-bad-reference = Open it in Excel or LibreOffice, save it under another name and drop it again.
fact-why-long-text = it holds a text longer than any cell
fact-todo-long-text = Do not open it; ask its author for the answer again.
fact-why-no-cell = no cell in it is filled
fact-todo-no-cell = Check that it is the right version of the file; otherwise ask for it again.
fact-why-no-result = it holds only formulas without a result
fact-todo-no-result = Open it in Excel, save it and drop it again.
fact-why-code-page = its texts are in an unknown encoding
fact-todo-code-page = Open it in Excel or LibreOffice, save it as .xlsx and drop it again.
fact-why-library = its structure is not that of a valid workbook
fact-todo-library = Open it in Excel or LibreOffice, save it as .xlsx and drop it again.
fact-why-pdf = a PDF document
fact-todo-pdf = Ask for the answer in a workbook, or copy it to the empty form.
fact-why-word = a text document (Word or Writer)
fact-todo-word = Ask for the answer in a workbook, or copy it to the empty form.
fact-why-slides = a slide show or a drawing
fact-todo-slides = Ask for the answer in a workbook, or copy it to the empty form.
fact-why-rtf = a text document (RTF)
fact-todo-rtf = Ask for the answer in a workbook, or copy it to the empty form.
fact-why-image = a picture
fact-todo-image = Ask for the answer in a workbook, or copy it to the empty form.
fact-why-mail = an e-mail
fact-todo-mail = Save its attachment in responses/, and remove the e-mail.
fact-why-numbers = a Numbers workbook (Apple)
fact-todo-numbers = In Numbers, choose File, Export To, Excel, and drop the .xlsx that it makes.
fact-why-excel-4 = an Excel 4 workbook of several sheets
fact-todo-excel-4 = Open it in LibreOffice, save it as .xlsx and drop it again.
fact-why-compound = a Microsoft Office file without a workbook
fact-todo-compound = Open it, save the answer as .xlsx and drop that.
fact-why-zip = a ZIP archive
fact-todo-zip = Unpack it, and drop the answer alone.
fact-why-zip-of-tables = a ZIP archive of tables
fact-todo-zip-of-tables = Unpack it in responses/, then remove the archive.
fact-why-zip-empty = an empty ZIP archive
fact-todo-zip-empty = Ask for the file again: saving it failed.
fact-why-compressed = a compressed file
fact-todo-compressed = Unpack it, and drop the answer alone.
fact-why-database = a database
fact-todo-database = Export its table as .csv or .xlsx.
fact-why-html = a web page without a table
fact-todo-html = Export the answer as .xlsx or .csv from the application.
fact-why-web-archive = an archived web page
fact-todo-web-archive = Open it in Excel, save it as .xlsx and drop it again.
fact-why-xml = an XML file that is not a workbook
fact-todo-xml = Export the answer as .xlsx or .csv from the application.
fact-why-json = a JSON file
fact-todo-json = Export the answer as .xlsx or .csv from the application.
fact-why-binary = an unknown binary file
fact-todo-binary = Save the answer as .xlsx, .ods or .csv.
fact-why-macro-sheet = it holds a macro sheet
fact-todo-macro-sheet = Open it in Excel without enabling macros, save it as .xlsx (workbook without macros) and drop it again.
fact-why-missing-part = a sheet that it announces is missing
fact-todo-missing-part = Open it in Excel or LibreOffice, save it under another name and drop it again.

## Inspection

cli-inspect = Shows what is understood of a file, without a questionnaire
cli-value-file = FILE
cli-arg-file = Files to look at
cli-arg-json = Writes JSON
inspect-no-sheet = (text file)
inspect-no-title = (no title)
inspect-other = other (free text)
inspect-form = { $sheet }: form or texts, { $cells ->
    [one] 1 filled cell
   *[other] { $cells } filled cells
  }
inspect-table = { $sheet }: { $origin } ({ $reasons }); headers in { $lines ->
    [one] row
   *[other] rows
  } { $rows }; { $records ->
    [one] 1 record
   *[other] { $records } records
  }, { $incomplete } of them incomplete
inspect-kind-date = date
inspect-kind-number = number
inspect-kind-text = free text
inspect-kind-single = single choice
inspect-kind-multiple = multiple choice
inspect-kind-grid = grid
inspect-kind-metadata = the tool's own
inspect-origin-qualtrics = Qualtrics
inspect-origin-kobotoolbox = KoboToolbox or ODK
inspect-origin-framaforms = Framaforms
inspect-origin-demarches_simplifiees = Démarches simplifiées
inspect-origin-nextcloud_forms = Nextcloud Forms
inspect-origin-microsoft_forms = Microsoft Forms
inspect-origin-typeform = Typeform
inspect-origin-surveymonkey = SurveyMonkey
inspect-origin-limesurvey = LimeSurvey
inspect-origin-google_forms = Google Forms
inspect-origin-table = table
inspect-reason-no-tool = no tool recognised
inspect-reason-import-ids-in-third-row = ImportId in the third row
inspect-reason-qualtrics-codes = Qualtrics codes in the header
inspect-reason-question-codes = question codes in the header
inspect-reason-uuid-column = _uuid column
inspect-reason-submission-time-column = _submission_time column
inspect-reason-instance-id-column = instanceID column
inspect-reason-central-columns = ODK Central columns
inspect-reason-repeat-sheet = sheet of a repeated group
inspect-reason-submission-details-in-second-row = “Submission Details” in the second row
inspect-reason-submission-columns = submission columns
inspect-reason-state-of-the-file = state of the file column
inspect-reason-filing-date = filing date
inspect-reason-user-id-first = user id first
inspect-reason-timestamp-column = timestamp column
inspect-reason-id-first = ID first
inspect-reason-start-time-second = start time second
inspect-reason-completion-time = completion time
inspect-reason-hash-first = # first
inspect-reason-submit-date = submit date (UTC)
inspect-reason-respondent-id-first = respondent id first
inspect-reason-response-id-first = response id first
inspect-reason-subquestion-codes = subquestion codes
inspect-reason-options-in-brackets = options in brackets
inspect-reason-timestamp-first = timestamp first

## Tables

diagnostic-incomplete-response = { $count ->
    [one] One record of the table was not sent (a draft, or left before the end): it does not count.
   *[other] { $count } records of the table were not sent (drafts, or left before the end): they do not count.
  }
    .hint = Remind these labs, or ask them whether the response was finished.
reason-not-shown = option not shown, or question not answered
reason-metadata = written by the tool, not by the respondent
reason-summary = repeats other columns
reason-incomplete = record not sent
reason-note = below the table
diagnostic-sheet-layout = Read as an export or a table: { $tool } ({ $evidence }), headers in { $lines ->
    [one] row
   *[other] rows
  } { $rows }, records: { $count }.
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

## Trends: passages, events

codebook-unknown-near = “{ $id }” is not { $what }; did you mean “{ $near }”?
codebook-what-kind-of-passage = a kind of passage (renamed, merged, split, scale_changed, added, retired, reworded)
codebook-what-comparability = a comparability (yes, partly, no)
codebook-what-edition = the year of an edition (YYYY)
codebook-what-cell-that-this-kind-leaves-empty = expected here: this kind of passage leaves the cell empty
codebook-what-event = a known event (planned, operational, official, closed, paused, abandoned, reopened, renamed)
codebook-what-precision = a known precision (day, month, season, year, unknown)
cli-edition-lost = The { $year } edition could not be read and is missing from the trends: { $message }

## Registers of activity

codebook-what-register = a known register
codebook-what-figure = a figure's name (lower-case letters without accents, digits and _)
codebook-what-number = a number, zero or more
reason-duplicate-row = repeated row
dataset-column-row = Row of the sheet, as the spreadsheet numbers it
dataset-column-cells = Cells of the row
dataset-column-stage-before = Stage the year before
fact-near-none = none
diagnostic-register-sheet-unknown = '{ $text }' is the name of no register, and its columns point to none: the sheet is not read.
    .hint = { $near ->
        [none] Give the sheet the name of its register ({ $known }), or start from the template: labcensus template.
       *[other] The nearest register is '{ $near }'. Check the row of headers too; labcensus template gives a template.
      }
diagnostic-register-column-unknown = '{ $text }' is not a column of this register: what is below it is not read.
    .hint = { $near ->
        [none] The columns are: { $known }. A further column is declared in codebook/registers.toml.
       *[other] The nearest column is '{ $near }'. A further column is declared in codebook/registers.toml.
      }
diagnostic-register-duplicate-row = This row repeats the one at { $first }: it is not counted.
    .hint = Remove it or, if there are indeed two facts, tell them apart (a day, a title).
diagnostic-register-term-unknown = { $column_en }: '{ $text }' is not a value of this column; the row counts in the total, not in the breakdown.
    .hint = { $near ->
        [none] The values are: { $known }.
       *[other] The nearest value is '{ $near }'.
      }
diagnostic-register-date-bad = { $column_en }: '{ $text }' cannot be read as a date.
    .hint = Write the day (12/03/2020) or the month (mars 2020).
diagnostic-register-date-outside = { $column_en }: '{ $text }' is not in { $edition_year }, the register's year; the row counts all the same.
    .hint = Correct the date, or move the row to its own year's register.
diagnostic-register-academy-unknown = { $column_en }: '{ $text }' is not an académie of that year.
    .hint = { $near ->
        [none] Write its name or its code as in codebook/academies.csv.
       *[other] The nearest académie is '{ $near }'.
      }
diagnostic-register-number-bad = { $column_en }: '{ $text }' is not a number; nothing is counted for this cell.
    .hint = Write the number alone, in digits; leave the cell empty when it is not known.
diagnostic-register-number-negative = { $column_en }: { $text } is below zero; nothing is counted for this cell.
    .hint = Correct the number.
diagnostic-register-number-too-large = { $column_en }: { $text }, more than '{ $limit }' ({ $most }).
    .hint = One of the two numbers is wrong: both are published as they are until corrected.
diagnostic-register-yes-no-bad = { $column_en }: '{ $text }' is neither yes nor no.
    .hint = Write yes or no, or leave the cell empty.
diagnostic-register-value-missing = { $column_en }: nothing is written, though each row needs it.
    .hint = Complete the row; it counts in the total meanwhile.
diagnostic-register-contradiction = { $column_en }: '{ $text }' does not go with the rest of the row, which calls for '{ $expected }'.
    .hint = Correct one of them, or the correspondence in codebook/registers.toml.
diagnostic-register-academy-twice = { $academy }: the académie is placed otherwise at { $first }: '{ $text }' does not count.
    .hint = Keep a single row for each académie.
# explain: what stands behind a figure
cli-explain = Shows what stands behind a figure: the labs counted, their words, the other bases
cli-value-figure = FIGURE
cli-arg-figure = Name of the figure (2020.themes.pedagogical), or words that mean it
error-unknown-figure = “{ $figure }” is the name of no figure, and none resembles it. All names are in data/figures.csv.
error-which-figure = “{ $figure }” does not mean a single figure. Say which:
    { $near }
figure-term = { $question }: { $answer }
figure-of-respondents = respondents to the question “{ $question }”
figure-of-to-review = answers to review to the question “{ $question }”
figure-response-received = forms received
figure-response-known-silent = known labs that did not answer
figure-response-none = académies without an answer or a known lab
figure-response-known-received = forms received from known labs
figure-base-academies = académies of the register at the closing date
figure-base-known-labs = labs known to the national team
figure-base-respondents = labs whose response was received
figure-team-people-labs = labs that give a number of people
figure-team-people-total = people in the teams, in all
figure-team-people-median = people per team, median
figure-team-people-min = smallest team, in people
figure-team-people-max = largest team, in people
figure-team-fte-labs = labs that give full-time equivalents
figure-team-fte-total = full-time equivalents, in all
figure-team-fte-median = full-time equivalents per team, median
figure-team-fte-min = smallest team, in full-time equivalents
figure-team-fte-max = largest team, in full-time equivalents
figure-launches = launches: { $category }
figure-launches-planned = planned launches: { $category }
figure-launches-dated = labs that give a launch date
figure-launches-undated = labs without a launch date
figure-item-nonresponse = no answer to the question “{ $category }”
explain-unit-labs = { $n ->
    [one] lab
   *[other] labs
    }
explain-unit-academies = { $n ->
    [one] académie
   *[other] académies
    }
explain-unit-people = { $n ->
    [one] person
   *[other] people
    }
reading-withheld = Numbers of fewer than { $threshold } people are not published, nor those that would give them away: { $n ->
    [0] no value is concerned
    [one] one value is replaced by “n.d.”
   *[other] { $count } values are replaced by “n.d.”
  }. The internal edition gives them all.
remark-withheld = Not published: fewer than { $threshold } people, or what would give them away.
figure-withheld-threshold = Threshold for publishing numbers of people
figure-withheld-values = Values not published, below the threshold
explain-unit-values = { $n ->
    [one] value
   *[other] values
  }
explain-unit-fte = FTE
explain-unit-questions = { $n ->
    [one] question
   *[other] questions
    }
explain-unit-sessions = { $n ->
    [one] session
   *[other] sessions
    }
explain-unit-projects = { $n ->
    [one] project
   *[other] projects
    }
explain-unit-events = { $n ->
    [one] event
   *[other] events
    }
explain-unit-workshops = { $n ->
    [one] workshop
   *[other] workshops
    }
explain-unit-ideas = { $n ->
    [one] idea
   *[other] ideas
    }
explain-unit-commitments = { $n ->
    [one] commitment
   *[other] commitments
    }
explain-unit-local_labs = { $n ->
    [one] local lab
   *[other] local labs
    }
explain-unit-support = { $n ->
    [one] support given
   *[other] times support was given
    }
explain-unit-hours = { $n ->
    [one] hour
   *[other] hours
    }
explain-unit-obstacles = { $n ->
    [one] obstacle
   *[other] obstacles
    }
explain-unit-declared = (declared)
explain-on-register-rows = out of { $size }
explain-on-respondents-to-question = out of { $size } { $n ->
    [one] respondent
   *[other] respondents
    } to the question
explain-on-respondents = out of { $n ->
    [one] { $size } form received
   *[other] { $size } forms received
    }
explain-on-known-labs = out of { $n ->
    [one] { $size } known lab
   *[other] { $size } known labs
    }
explain-on-academies = out of { $n ->
    [one] { $size } académie
   *[other] { $size } académies
    }
explain-bases = The same number on other bases: { $bases }.
explain-comparable-yes = Comparable from year to year.
explain-comparable-partly = Comparable in part from year to year.
explain-comparable-no = Not comparable from year to year.
explain-counted = Counted:
explain-not-counted = In the base, not counted: { $academies }.
explain-without-answer = Outside the base, no answer to the question: { $academies }.
explain-cell = { "    " }{ $place }: “{ $text }”
    { "      " }{ $status } — { $method } ({ $rule })
explain-status-mapped = understood by a rule
explain-status-decided = decided by a person
explain-status-free_text = free text
explain-status-missing = no answer
explain-status-to_review = to review
remark-not-asked = Not asked in { $year }.
remark-in-no-form = None of the forms received asks this question.
remark-same-labs = Labs that answered the question in { $from } and in { $to }.
remark-same-members = The same { $n } académies each year, those that merged counted as one.
remark-merged = { $names } ({ $from }) count as { $heirs }.
remark-median-not-reached = Median not reached: more than half are not there yet.

dataset-transitions = What each lab did between two editions
dataset-bodies = The académies of all editions
dataset-column-from-year = Edition it starts from
dataset-column-to-year = Edition it ends with
dataset-column-from-maturity = Maturity at the start
dataset-column-to-maturity = Maturity at the end
dataset-column-move = Move: forward, same, back, entered, left, silent
dataset-column-merged-from = Académies merged since
dataset-column-valid-from = First day
dataset-column-valid-to = Last day
dataset-column-merged-into = Code of the académie that took over


## How each sheet was read, and mapping.toml

diagnostic-sheet-form = Read as a form: { $count ->
    [one] one known label
   *[other] { $count } known labels
  }; answer beside: { $beside }, below: { $below }, in the same cell: { $within }.
diagnostic-sheet-mapped = Read as mapping.toml asks on line { $line } ({ $says }).
diagnostic-mapping-unused = mapping.toml, line { $line }: “{ $text }” names no sheet of the responses.
    .hint = Check the name of the file and of the sheet, or remove these lines.
codebook-what-layout = a known layout (fiche, rows, columns)
codebook-what-origin = a known tool
codebook-what-row = a row number
codebook-what-key-of-columns = a setting for a sheet with one lab per column: header_columns, rows and options (whose keys are row numbers)
codebook-what-key-of-rows = a setting for a sheet with one lab per row: header_rows, columns and options
codebook-what-column-name = a column name (A, B… AA)
codebook-what-span = a row, a column or a run of them (7, 12-15, A, F-H)
codebook-what-separator = a known separator
inspect-reason-mapping = mapping.toml says so
fact-evidence-mapping = { inspect-reason-mapping }
reason-mapped = mapping.toml passes over it
new-mapping =
    # How to read a file that labcensus takes for something else. Everything is optional: what is not said here is
    # decided as usual. “labcensus inspect FILE” shows what is understood without this file, “labcensus check” what
    # is understood with it.
    #
    # One section for each sheet; the first that names a sheet holds. Remove the # before what you use.

    # [[sheet]]
    # The file, as it is named in responses/. * stands for any text, ? for one character.
    # file = "lille*.xlsx"
    # The sheet; without it, all of them. A CSV file has none.
    # sheet = "Sheet1"

    # Do not read this sheet.
    # skip = true
    # Rows and columns to pass over.
    # skip_rows = ["1-2", "40"]
    # skip_columns = ["A", "X-Z"]

    # "fiche" (one lab on the sheet), "rows" (one lab per row) or "columns" (one lab per column).
    # layout = "rows"
    # The tool, as “inspect --json” names it: google_forms, microsoft_forms, limesurvey, framaforms,
    # kobotoolbox, surveymonkey, qualtrics, typeform, demarches_simplifiees, nextcloud_forms, table.
    # origin = "table"
    # The header rows.
    # header_rows = [3, 4]
    # What stands between the answers of one cell: "; " ";" ", " "," " - " "\n" " / " "/" " | " "|" " " "\t".
    # separator = "; "

    # The question (its id in census.toml) that a column asks.
    # columns = {"{"} B = "academy", C = "maturity" {"}"}
    # The option that a column ticks: question/term; question/other for the text of “other”.
    # options = {"{"} D = "themes/social", E = "themes/pedagogical", F = "themes/other" {"}"}

    # With one lab per column, the columns of the headers, and the rows by their numbers.
    # [[sheet]]
    # file = "table.xlsx"
    # layout = "columns"
    # header_columns = ["A"]
    # rows = {"{"} 3 = "academy", 4 = "maturity" {"}"}
    # options = {"{"} 5 = "themes/social", 6 = "themes/other" {"}"}
## Trends: the report

trend-not-asked = not asked
trend-no-answer = no answer
trend-or = {" or "}
trend-list = {"; "}
comparable-yes = yes
comparable-partly = partly
comparable-no = no
section-changes = What has changed since { $before }
sheet-changes = What has changed
change-response = { $n ->
    [0] No lab answered in { $year }, against { $then } in { $before }.
    [one] One lab answered in { $year }, against { $then } in { $before }.
   *[other] { $now } labs answered in { $year } out of { $base_now } académies, against { $then } out of { $base_then } in { $before }.
  } Among the { $same_base } académies that are members every year, { $same_now } answered in { $year } and { $same_then } in { $before }.
change-moves = { $n ->
    [0] No lab states its maturity in both { $before } and { $year }.
    [one] One lab states its maturity in both { $before } and { $year }.
   *[other] { $n_words } labs state their maturity in both { $before } and { $year }.
  }
change-forward = { $n ->
    [one] one lab moved forward: { $names }.
   *[other] { $n_words } labs moved forward: { $names }.
  }
change-same = { $n ->
    [one] one lab is where it was: { $names }.
   *[other] { $n_words } labs are where they were: { $names }.
  }
change-back = { $n ->
    [one] one lab moved back: { $names }.
   *[other] { $n_words } labs moved back: { $names }.
  }
change-entered = { $n ->
    [one] one lab entered the census: { $names }.
   *[other] { $n_words } labs entered the census: { $names }.
  }
change-silent = { $n ->
    [one] one lab that stated its maturity in { $before } did not in { $year }: { $names }.
   *[other] { $n_words } labs that stated their maturity in { $before } did not in { $year }: { $names }.
  }
change-left = { $n ->
    [one] one lab left: { $names }.
   *[other] { $n_words } labs left: { $names }.
  }
change-options = { $n ->
    [0] { $question }: no lab answered in both years.
    [one] { $question }: only one lab answered in both years.
   *[other] { $question }, among the { $n_words } labs that answered in { $before } and in { $year }:
  }
change-option = “{ $option }” from { $then } to { $now }
change-up = up, { $list }.
change-down = Down, { $list }.
change-none = nothing changed.
change-team = { $n ->
    [one] The lab that counts its team in both years goes from { $then } to { $now } people.
   *[other] The teams of the { $n_words } labs that count their members in both years go from { $then } to { $now } people in all.
  }
change-not-comparable = Between { $before } and { $year }, not everything compares:
passages-between = From { $before } to { $year }: { $notes }
change-reading = Reading: “the same labs” are those that answered the question in { $before } and in { $year }; académies that merged count as one.
table-moves = Each lab in { $before } and in { $year }
column-move = Move
move-forward = forward
move-same = same
move-back = back
move-entered = entered
move-left = left
move-silent = no answer
move-unknown = does not compare
section-trend = { $question } over the years
sheet-trend = Trend { $question }
trend-options-sentence = How many labs name each answer, among those that answered the question each year; then among the labs that answered in { $before } and in { $year }; last, where the difference between these two years comes from.
trend-options-reading = Reading: the difference is the sum of the changes among the labs that answered both years and of the entrants, less those that left and those that are silent. On the chart, the pale column goes up to the number of labs that answered the question. “–”: nothing to compare. “Not asked” is not zero: the answer was not offered.
trend-diversity = On average a lab names { $now } answers in { $year }, against { $then } in { $before }{ $partly ->
    [yes] ; the list of answers changed between the two.
   *[no] .
  }
column-year-base = { $column_year } (out of { $base })
column-same-labs = { $column_year }, same { $base } labs
column-change-moves = Same labs
column-change-entrants = Entrants
column-change-leavers = Left
column-change-silent = Silent
column-change-change = Difference
table-trend = { $question }, number of labs by year
trend-section-series = Series
trend-sheet-series = Series
trend-series-sentence = Each answer over the years, with what keeps them from comparing. The number of labs that answered the question opens each series.
trend-table-series = All series, number of labs
column-comparable = Comparable
column-note = Why
section-stays = How long
sheet-stays = Durations
stays-sentence = How long a lab stays at each stage, and how long it takes from the launch to the highest stage.
stays-reading = Reading: a stay runs from the first edition that finds a lab at a stage to the first that finds it elsewhere. Labs that are still there count as such (Kaplan-Meier median). The time since the launch ends at the closing of the first edition that finds the lab at the highest stage.
table-stays = Durations, labs and medians
column-stage = Stage
column-stays = Labs followed
column-ended = Have left it, or reached it
stay-launch = From the launch to the highest stage
median-years = { $n ->
    [one] { $number } year
   *[other] { $number } years
  }
median-months = { $number } months
median-not-reached = not reached
section-trend-response = Who answered, over the years
sheet-trend-response = Trend response
trend-response-sentence = The register changes: the académies of one year are not always those of another. The two bases are kept apart.
trend-response-reading = Reading: “académies of the year” are those of the register when each edition closed; “the same” are those that were in it at every edition, merged ones counted as one.
table-trend-response = Responses received by year
column-received = Labs that answered
column-members = Académies of the year
column-known = Labs known
column-received-same = Responses of the same
column-same-members = The same académies
section-bounds = What silence could change
sheet-bounds = Bounds
bounds-sentence = Had all known labs that did not answer the question said no, or all yes, the share would lie between these two bounds.
bounds-reading = Reading: the share is that of the labs that answered the question; the bounds are those of all labs known.
table-bounds = Shares and bounds
column-low = At least
column-high = At most
# publish: freeze an edition's figures
cli-publish = Freezes the figures of a published edition, or says what has changed since
cli-arg-publish-by = Who publishes
cli-arg-revise = Publishes changed figures again, for the reason given
cli-value-reason = REASON
lock-heading = Written by “labcensus publish”: what the edition was when it was published.
    Not to be edited by hand; to be kept with the edition.
cli-published = { $year }: { $figures ->
    [one] one figure frozen
   *[other] { $figures } figures frozen
    } on { $on } in edition.lock.
cli-published-same = { $year }: the figures are those published on { $on }. Nothing was written.
cli-published-differs = { $year }: { $revised ->
    [one] one figure is no longer the one published
   *[other] { $revised } figures are no longer those published
    } on { $on }. Nothing was written; to publish again, give the reason: --revise "…"
cli-published-revised = { $year }: { $revised ->
    [one] one figure revised
   *[other] { $revised } figures revised
    } on { $on }, with the reason, in edition.lock.
diagnostic-figures-revised = { $count ->
    [1] One figure is no longer the one published
   *[other] { $count } figures are no longer those published
    } on { $published }.
    .hint = Read the section “Revisions”; then put back what changed, or publish again with “labcensus publish --revise” and the reason.
section-revisions = Revisions
sheet-revisions = Revisions
table-revisions = Published figures that changed
revisions-sentence = { $n ->
    [one] One figure published on { $date } is no longer the one computed
   *[other] { $n } figures published on { $date } are no longer those computed
    }. Each is given with what explains it.
column-published = Published
column-recomputed = Recomputed
column-moved-labs = Labs in or out
column-why = Why
revision-amount = { $value } out of { $base }
revision-gone = no longer computed
revision-entered = in: { $labs }
revision-left = out: { $labs }
revision-changed = { $file } changed
revision-added = { $file } is new
revision-removed = { $file } is no longer there
revision-tool = the tool went from version { $before } to version { $after }
revision-unexplained = nothing known has changed: tell the authors of the tool
dataset-revisions = Published figures that changed
dataset-column-published = Published value
dataset-column-published-base = Published base
dataset-column-recomputed = Recomputed value
dataset-column-recomputed-base = Recomputed base
dataset-column-entered = Bodies in the count since
dataset-column-left = Bodies out of the count since
dataset-column-causes = What explains it

## Registers, the team's texts and the layout

list-and = { $before } and { $last }
label-colon = { $label }:
source-register = Source: the national team's register of activity, { $year }.
answer-yes = yes
answer-no = no
key-known = { $n ->
    [one] académie lab known to the national team
   *[other] académie labs known to the national team
  }
key-sessions = { $n ->
    [one] collaborative work session
   *[other] collaborative work sessions
  }
key-projects = { $n ->
    [one] supported project
   *[other] supported projects
  }
key-labs-day = { $n ->
    [one] participant in the labs' day
   *[other] participants in the labs' day
  }
key-declared = { $label } (declared number: { $source })
narrative-absent = The text '{ $file }' could not be composed: see its line { $line }, and the points to check.

section-sessions = Collaborative sessions
sheet-sessions = Sessions
sessions-sentence = { $n ->
    [one] One collaborative work session was held in { $year }.
   *[other] { $start } collaborative work sessions were held in { $year }.
  }
sessions-first = { $n ->
    [one] Their most frequent nature is '{ $nature }': one session, out of { $base } whose nature is known.
   *[other] Their most frequent nature is '{ $nature }': { $count } sessions, out of { $base } whose nature is known.
  }
sessions-participants = { $base_n ->
    [one] One session counted its participants: { $count }.
   *[other] The { $base } sessions that counted their participants brought together { $count }.
  }
sessions-modes = Place: { $list }.
sessions-short = { $n ->
    [0] No short format was offered.
    [one] One short lunch-time format was devoted to a tool or a topic.
   *[other] { $start } short lunch-time formats were each devoted to a tool or a topic.
  }
table-sessions-nature = Sessions by nature, { $year }
table-sessions-level = Sessions by level of support, { $year }
table-sessions-cross = Sessions by nature and level of support, { $year }
table-sessions-short = Short formats, { $year }
column-sessions = Sessions
column-nature = Nature
column-whole = All
column-base-sessions-nature = Sessions whose nature is known
column-base-sessions-level = Sessions whose level is known

section-projects = Portfolio of projects
sheet-projects = Projects
projects-sentence = { $n ->
    [one] One project is followed in { $year }.
   *[other] { $start } projects are followed in { $year }.
  }
projects-stages = By stage: { $list }.
projects-moved = Since { $before }, { $list }.
projects-unmoved = Since { $before }, none has changed stage.
projects-move-entered = { $n ->
    [one] one project has entered the portfolio
   *[other] { $n_words } projects have entered the portfolio
  }
projects-move-forward = { $n ->
    [one] one project has moved forward
   *[other] { $n_words } projects have moved forward
  }
projects-move-back = { $n ->
    [one] one project has gone back to an earlier stage
   *[other] { $n_words } projects have gone back to an earlier stage
  }
projects-move-paused = { $n ->
    [one] one project has been put on hold
   *[other] { $n_words } projects have been put on hold
  }
projects-move-resumed = { $n ->
    [one] one project has resumed
   *[other] { $n_words } projects have resumed
  }
projects-move-finished = { $n ->
    [one] one project has ended
   *[other] { $n_words } projects have ended
  }
projects-move-left = { $n ->
    [one] one project has left the portfolio
   *[other] { $n_words } projects have left the portfolio
  }
table-projects-stage = Projects by stage, { $year }
table-projects = The projects, { $year }
column-projects = Projects
column-project = Project
column-stage = Stage
column-stage-before = Stage in { $before }
column-base-projects = Projects whose stage is known
column-description = Description
column-partners = Partners
project-new = new
project-deadline = Deadline: { $date }.

section-academies = Contact with the académies and their positioning
sheet-academies = Contact
contact-sentence = The national team's contact with the { $academies } académies: { $list }.
positioning-sentence = { $base ->
    [1] One académie has positioned its lab: { $list }.
   *[other] { $base } académies have positioned their lab's services, actual or planned: { $list }.
  }
table-contact = Académies by level of contact, { $year }
table-positioning = Académies by the positioning group of their lab, { $year }
column-which = Which ones
column-base-positioned = Académies that are positioned

section-support = Support given to the académies
sheet-support = Support
support-sentence = { $n ->
    [one] One act of support is in the { $year } register.
   *[other] { $start } acts of support are in the { $year } register.
  }
support-academies = { $n ->
    [one] One académie benefited from it, out of { $base }.
   *[other] { $start } académies benefited from it, out of { $base }.
  }
support-hours = { $base_n ->
    [one] One act gives its duration: { $count } h.
   *[other] The { $base } whose duration is noted come to { $count } h.
  }
table-support = Support by kind, { $year }
column-support = Support
column-times = Times
column-hours = Hours

section-events = Events
sheet-events = Events
events-sentence = { $n ->
    [one] One event brought the community together in { $year }.
   *[other] { $start } events brought the community together in { $year }.
  }
labs-day-sentence = { $n ->
    [one] The labs' day brought together one participant
   *[other] The labs' day brought together { $count } participants
  }{ $academies_n ->
    [0] {""}
    [one] { " " }from one académie
   *[other] { " " }from { $academies } académies
  }{ $newcomers_n ->
    [0] .
    [one] , including one newcomer.
   *[other] , including { $newcomers } newcomers.
  }
table-events = Events, { $year }

section-commitments = Commitments from the workshops
sheet-commitments = Commitments
commitments-workshops = { $n ->
    [one] One workshop is in the register.
   *[other] { $start } workshops are in the register.
  }
commitments-ideas = { $n ->
    [0] No idea was collected.
    [one] One idea was collected.
   *[other] { $start } ideas were collected.
  }
commitments-sentence = { $n ->
    [0] No commitment was made of them.
    [one] One commitment was made of them.
   *[other] { $start } commitments were made of them.
  }
commitments-measurable = { $n ->
    [0] None is measurable.
    [one] One, out of { $base } for which it is known, is measurable.
   *[other] { $start }, out of { $base } for which it is known, are measurable.
  }
commitments-follow-up = Follow-up: { $list }.
table-commitments-theme = Commitments by theme, { $year }
table-commitments = Workshops and commitments, { $year }
column-education-theme = Theme for Education
column-national-theme = National theme (OGP)
column-commitments = Commitments

section-local-labs = Local labs and teachers' networks
sheet-local-labs = Local labs
local-labs-sentence = { $n ->
    [one] One local lab or teachers' network is supported by an académie in { $year }.
   *[other] { $start } local labs and teachers' networks are supported by an académie in { $year }.
  }
local-labs-academies = { $n ->
    [0] {""}
    [one] One académie supports some, out of { $base }.
   *[other] { $start } académies support some, out of { $base }.
  }
local-labs-scopes = Scope: { $list }.
local-labs-cohorts = Seniority: { $list }.
local-labs-members = { $base_n ->
    [one] The one that counts its members has { $count }.
   *[other] The { $base } that count their members have { $count } in all.
  }
local-labs-relays = { $n ->
    [0] None is a relay for other teams yet.
    [one] One, out of { $base }, has become a relay for other teams.
   *[other] { $start }, out of { $base }, have become relays for other teams.
  }
table-local-labs = Local labs and networks, { $year }

section-obstacles = Obstacles and needs
sheet-obstacles = Obstacles
obstacles-sentence = { $n ->
    [one] One obstacle or need was voiced in { $year }.
   *[other] { $start } obstacles and needs were voiced in { $year }.
  }
obstacles-academies = { $n ->
    [0] {""}
    [one] They come from one académie, out of { $base }.
   *[other] They come from { $count } académies, out of { $base }.
  }
obstacles-states = State: { $list }.
chart-obstacles-topic = Obstacles and needs by topic (rows) and state (columns), number, { $year }
table-obstacles-topic = Obstacles and needs by topic and state, { $year }
table-help = Who can help whom
table-obstacles = What was said, { $year }
column-topic = Topic
column-helpers = Have lifted it
column-help-wanted = Ask for help
column-blocked = Are blocked
reading-help = How to read: on one topic, the académies of the first column have lifted the obstacle; they can help those of the next two.

diagnostic-narrative-figure-unknown = Line { $line }: '{ $text }' is not a figure of the report; the text is not printed.
    .hint = { $near ->
        [none] The names of the figures are in data/figures.csv, with or without their year.
       *[other] Did you mean '{ $near }'? The names of the figures are in data/figures.csv.
      }
diagnostic-narrative-function-unknown = Line { $line }: '{ $text }' is not a name that the texts know; the text is not printed.
    .hint = Did you mean '{ $near }'?
diagnostic-narrative-value-missing = Line { $line }: the figure '{ $text }' has no such value (a share or a base only goes with a count out of a whole); the text is not printed.
    .hint = Quote the figure itself, or another one.
diagnostic-narrative-template-broken = Line { $line }: the template cannot be read ({ $text }); the text is not printed.
    .hint = A quotation is two opening braces, figure("themes.pedagogical"), two closing braces.
diagnostic-narrative-missing = Line { $line }: there is no text '{ $text }' in narrative/.
    .hint = { $near ->
        [none] Write narrative/{ $text }.md, remove the section, or make it optional = true.
       *[other] The nearest is '{ $near }'. Otherwise write narrative/{ $text }.md, or make the section optional = true.
      }
diagnostic-narrative-unused = No section of { $layout } shows the text '{ $text }': it is not printed.
    .hint = { $near ->
        [none] Add a section for it in report.toml, or remove it.
       *[other] The nearest text expected is '{ $near }': rename the file, or add a section for it.
      }
codebook-what-section = a known section of the report

cli-template = Writes the empty workbook of a year's registers of activity
cli-template-written = Empty registers written: { $path }. Fill them over the year; 'labcensus run' reads them.
error-file-exists = { $path } already exists: nothing was written. Fill it, or rename it first.
template-title = Registers of activity { $year }
template-instructions = Instructions
template-help =
    A sheet for each register, a row for each fact. Columns marked with a star are expected on every row; leave empty what you do not know.
    The lists offer the known values. Another value is not refused, but told cell by cell, and counts in the total only.
    Write no formula and no person's name. You may add rows, sort, filter, hide columns; keep the row of headers.
template-takes-text = Free text.
template-takes-lines = Free text, one item a line (Alt + Enter).
template-takes-date = A date of the year.
template-takes-any-date = A date.
template-takes-year = A year.
template-takes-count = A whole number, zero included.
template-takes-number = A number, zero included.
template-takes-yes-no = yes or no.
template-takes-academy = An académie of the list.
template-takes-term = A value of the list: { $list }.

## Jumps to check before publication

provisional-title = { $title } (provisional version)
provisional-source = { $source } Provisional version.
provisional-mark = Provisional version: { $n ->
    [one] one jump is still to be checked
   *[other] { $n } jumps are still to be checked
    } before publication.
section-jumps-open = To check before publication
section-jumps-checked = Jumps checked
sheet-jumps-open = To check
sheet-jumps-checked = Jumps checked
jumps-sentence = { $n ->
    [one] One jump is still to be checked
   *[other] { $n } jumps are still to be checked
    }. For each, check the answer or the figure, then say why it is right in surveys/{ $year }/edition.toml; “labcensus publish { $year }” gives the lines to add. Until then the report is provisional.
jumps-checked-sentence = { $n ->
    [one] One jump was checked before publication:
   *[other] { $n } jumps were checked before publication:
    } what differs clearly from the edition before, and why it is right.
jumps-reading = How to read: to be checked are shares that move by more than { $points } points between two comparable editions, what is no longer named, labs that went back, teams that grew or shrank by a factor of { $factor }, launch dates that changed, and labs announced that the report does not name.
table-jumps = Jumps to check
table-jumps-checked = Jumps checked
column-jump = Jump
column-jump-id = Id
column-jump-reason = Why it is right
jump-share = { $question }, “{ $answer }”: { $before_share } in { $from } ({ $before }), { $after_share } in { $year } ({ $after }): { $points } points.
jump-vanished = { $question }, “{ $answer }”: { $n ->
    [one] one lab named it
   *[other] { $n } labs named it
    } in { $from } ({ $before }), none does in { $year } ({ $after }).
jump-back = { $academy }: the lab went back, from “{ $before }” in { $from } to “{ $after }” in { $year }.
jump-team = { $academy }: size of the team, { $before } in { $from }, { $after } in { $year }.
jump-launch = { $academy }: launch, { $before } in the answer of { $from }, { $after } in that of { $year }.
jump-headline = { $known } labs are announced as known, but the report names only { $named }, those that answered and silent ones together: { $missing ->
    [one] one is missing
   *[other] { $missing } are missing
    } (known_silent in edition.toml).
jump-many-back = { $n } labs went back.
jump-many-team = { $n } teams changed size by much.
jump-many-launch = { $n } launch dates changed.
cli-unchecked = { $year }: provisional, { $n ->
    [one] one jump is still to be checked
   *[other] { $n } jumps are still to be checked
    } before publication (labcensus publish { $year } lists them).
cli-publish-refused = { $year }: { $n ->
    [one] one jump is to be checked
   *[other] { $n } jumps are to be checked
    } before publishing. Add the lines above to surveys/{ $year }/edition.toml, with the reason and your name (by). Nothing was written.
diagnostic-acknowledgement-unused = “{ $text }” is no jump to check (line { $line }).
    .hint = { $near ->
    [none] Remove these lines, or correct the id: “labcensus publish” gives those that are still to be checked.
   *[other] Did you mean “{ $near }”? If not, remove these lines.
    }
dataset-jumps = Jumps to check before publication
dataset-column-jump = Id of the jump
dataset-column-kind = Kind
dataset-column-academy-codes = Bodies concerned
dataset-column-before = Before
dataset-column-after = Now

## compare

cli-compare = Compares years, or follows labs from one year to the next
cli-value-years = A..B
cli-value-labs = LAB,…
cli-arg-years = The years, from the first to the last (2019..2022); one year by itself is seen beside the one before
cli-arg-labs = The labs to follow, by code or name of their académie, separated by commas
cli-arg-compare-question = The question, by its name (maturity, themes…) or its label
cli-arg-format = Form of the result: aligned text, Markdown, CSV or workbook
cli-arg-output = Writes the result to this file; its extension gives the form
cli-compared = Comparison written to { $file }.
compare-file = comparison.xlsx
compare-title = Comparison { $first }–{ $last }
compare-subtitle = Figures of the { $last } report; the years before are brought to its questionnaire.
compare-response = Responses
compare-of-known = Labs known, share that answered
compare-of-members = Académies, share that answered
compare-column-share = share { $of }
compare-column-measure = Measure
compare-column-national = Reference { $last }
compare-table = { $question }, year by year
compare-labs = { $question }: the labs
compare-path = The lab's path: { $lab }
compare-of-lab = { $lab }: { $answer }
compare-retired = no longer offered
compare-comparable = { $word }: { $years }
compare-free-text = The answers to this question are texts: read them in the fiches, or choose labs with --labs.
compare-reading = How to read: labs that name each answer, and their share of those that answered the question that year. The last column says whether the years compare with { $last }.
compare-launches-cumulated = Labs launched when the census closed
compare-team-by-year-people-labs = Labs that give a number of people
compare-team-by-year-people-median = Median team, people
compare-team-by-year-people-total = All teams, people
compare-team-by-year-fte-labs = Labs that give a number of FTE
compare-team-by-year-fte-total = All teams, FTE
error-unknown-lab = “{ $lab }” is neither a code nor a name of the register of académies.
error-unknown-lab-near = “{ $lab }” is neither a code nor a name of the register of académies. Did you mean “{ $nearest }”?

## What the figures over the years count

trend-figure-by-year = { $question } in { $from }: { $answer }
trend-figure-by-year-respondents = respondents to the question “{ $question }” in { $from }
trend-figure-bounds-low = { $question } in { $from }: { $answer }, at least, among the labs known
trend-figure-bounds-high = { $question } in { $from }: { $answer }, at most, among the labs known
trend-figure-same-labs = { $question } in { $in }: { $answer }, among the labs that answered in { $from } and in { $to }
trend-figure-same-labs-labs = labs that answered the question “{ $question }” in { $from } and in { $to }
trend-figure-change-from = { $question }, from { $from } to { $to }: { $answer }, labs of { $from }
trend-figure-change-to = { $question }, from { $from } to { $to }: { $answer }, labs of { $to }
trend-figure-change-change = { $question }, from { $from } to { $to }: { $answer }, change
trend-figure-change-moves = { $question }, from { $from } to { $to }: { $answer }, change of the same labs
trend-figure-change-gained = { $question }, from { $from } to { $to }: { $answer }, labs that added it
trend-figure-change-lost = { $question }, from { $from } to { $to }: { $answer }, labs that no longer name it
trend-figure-change-entrants = { $question }, from { $from } to { $to }: { $answer }, entrants
trend-figure-change-leavers = { $question }, from { $from } to { $to }: { $answer }, leavers
trend-figure-change-silent = { $question }, from { $from } to { $to }: { $answer }, silent labs
trend-figure-diversity = { $question } in { $from }: answers per lab, on average
trend-figure-transitions = { $question }, from { $from } to { $to }: from “{ $before }” to “{ $after }”
trend-figure-moves = { $question }, from { $from } to { $to }: { $move }
trend-figure-stay-labs = { $question }: labs seen at the stage “{ $answer }”
trend-figure-stay-ended = { $question }: labs that left the stage “{ $answer }”
trend-figure-stay-median = { $question }: median time at the stage “{ $answer }”, in years
trend-figure-response-by-year-received = responses received in { $from }, among the académies of that year
trend-figure-response-by-year-received-known = responses received in { $from }, among the labs known
trend-figure-response-same-members-received = responses received in { $from }, among the académies present all along
trend-figure-item-nonresponse-by-year = no answer to the question “{ $question }” in { $from }
trend-figure-team-by-year-people-labs = labs that give a number of people in { $from }
trend-figure-team-by-year-people-total = people in the teams in { $from }, all together
trend-figure-team-by-year-people-median = people per team in { $from }, median
trend-figure-team-by-year-fte-labs = labs that give full-time equivalents in { $from }
trend-figure-team-by-year-fte-total = full-time equivalents in { $from }, all together
trend-figure-team-by-year-fte-median = full-time equivalents per team in { $from }, median
trend-figure-team-same-labs-people-labs = labs that give a number of people in { $from } and in { $to }
trend-figure-team-same-labs-people-from = people in their teams in { $from }, the same labs as in { $to }
trend-figure-team-same-labs-people-to = people in their teams in { $to }, the same labs as in { $from }
trend-figure-team-same-labs-fte-labs = labs that give full-time equivalents in { $from } and in { $to }
trend-figure-team-same-labs-fte-from = full-time equivalents in { $from }, the same labs as in { $to }
trend-figure-team-same-labs-fte-to = full-time equivalents in { $to }, the same labs as in { $from }
trend-figure-launches-cumulated = labs launched when the census of { $from } closed
explain-unit-options = { $n ->
    [one] answer
   *[other] answers
    }
explain-unit-months = { $n ->
    [one] month
   *[other] months
    }
explain-unit-years = { $n ->
    [one] year
   *[other] years
    }
trend-nothing = –
remark-register-rows = Base: rows of the register whose cell is filled.
dataset-column-project-move = Change since the year before
## Large censuses: more than 10,000 bodies

cli-arg-fiches = Also write each lab's page when the census has more than 10,000 bodies
names-and-more = { $names } and { $n ->
    [one] { $count } other
   *[other] { $count } others
}
rows-cut = Only the first { $count } rows of { $all } are here: all are in { $file }.
labs-sentence-large = One row per lab whose form was received.
diagnostic-census-large = A census of { $count } bodies: the report names at most { $names } labs at a time and shows at most { $rows } rows of a table, the workbook { $sheet_rows }; labs have no pages or charts of their own, and the tables "cells" and "trace" are written as Parquet only. Nothing is lost: all of it is in data/.
    .hint = To write the labs' pages too: labcensus run --fiches.

## What a format cannot show as it is

diagnostic-text-too-long = A text of { $length } characters, where a cell of Excel holds 32,767 at most with the words around it: the workbook may cut its end, and then marks it "[…]".
    .hint = Nothing is lost: the whole text is { $table ->
        [none] in the report as HTML, PDF and Markdown
       *[other] in data/{ $table }.csv
    }. If it has to fit the workbook, shorten it or spread it over several cells in the original file.
diagnostic-glyph-missing = { $count ->
    [one] One character of this text is
   *[other] { $count } characters of this text are
} shown as another, because the PDF's font lacks it or it would hide or turn the text: { $shown }.
    .hint = Nothing to do if the meaning stays; otherwise replace the character in the original file.{ $table ->
        [none] {""}
       *[other] {" "}The text as written is in data/{ $table }.csv.
    }
