import type { PaperWorld } from './paper-world.ts';

/** Papers of those who study, teach, build, write and keep animals; what is left out, and why, stands with the offices. */
export const LETTERS: Readonly<Record<string, PaperWorld>> = {
  research: {
    names: `case report | case series | manuscript | corresponding author | pubmed | textbook | chapter | figure legend
      | literature review | systematic review | meta analysis | trial protocol | study protocol | protocol version
      | investigator brochure | inclusion criteria | exclusion criteria | primary endpoint | primary outcome
      | secondary outcome | randomization | institutional review board | principal investigator | study drug
      | investigational product | serious adverse event | adverse event report | adverse event narrative | medwatch
      | causality assessment | data safety | safety monitoring | we report | we describe | consent for publication
      | statistical analysis | sample size | open label | study visit | study arm | we herein | case presentation
      | pharmacovigilance | specific aims | grant application | conference abstract | dissertation | thesis
      | to the editor | read with interest | reply to reviewer | illustrative case | preprint | data collection form | case record form |
      case report form | subject number | case vignette`,
    words: `irb | subject | participant | enrolled | sponsor | investigator | methods | publication | published | journal
      | references | edition | fig | cohort | endpoint | trial registration | eligibility | literature | causality
      | seriousness | expectedness | keywords | key words | acknowledgment | funding | dear editor | learning point
      | ctcae | investigational | subinvestigator | editorial | et al | randomized | randomised | placebo | crossover
      | protocol deviation | peer reviewed | conflict of interest | authors | readers | funded by | poster
      | confidence interval | p value | we present | excerpt`,
  },
  teaching: {
    names: `oral exam | oral examination | oral board | mock oral | mock exam | examinee | the candidate | candidate :
      | case log | step by step | orientation handout | teaching handout | quiz | correct answer | answer choice | question of the day | board review | most likely mechanism | examiner : | flashcard | flash card | multiple choice | answer key | correct answer | learning objective | osce
      | standardized patient | syllabus | curriculum | teaching point | simulator | simulation session | simulated case
      | cadaver | manikin | rubric | i learned | essay | shadowing | clerkship | quiz | grand rounds
      | case based discussion | spaced repetition | anki | study guide | exam question | skills lab | course director
      | participants will | model answer | test question | practice question | in training exam | session report
      | continuing education | self assessment | reflective | boot camp | training module | answer : | problem based
      | teaching case | trainer report | skills assessment | deck : | lesson plan | dry lab | wet lab | question bank | which of the following
      | which one of the following | letter of recommendation | curriculum vitae | pleased to recommend
      | personal statement | fellowship application | skills fair`,
    words: `student | passing score | instructor | faculty | learner | attendee | scenario | deck | overall score
      | global score | evaluator | headset | tutorial | mentor | hint | pearl | pitfall | learned | elapsed | examiner
      | trainee | mannequin | workshop | lecture | preceptor | virtual reality | debriefing | hands on | mnemonic
      | virtual | avatar | quizzes | classmate | lesson | examination hall | simulated | simulation | haptic | cadaveric
      | program director | proctor | graded | distractor | competency | essay`,
  },
  systems: {
    names: `text program | automated text | chatbot | bot : | build ticket | build request | smartphrase | smarttext | smartlink | dotphrase | dot phrase | zztest
      | test environment | sandbox | fhir | hl 7 | go live | change request | user acceptance | uat | help desk
      | service desk | jira | release note | wildcard | picklist | pick list | default text | sample text | sample note
      | sample output | example output | note template | autopopulate | autotext | interface engine | screenshot
      | language model | de identified | deidentified | mock up | acceptance criteria | regression test
      | steps to reproduce | expected result | actual result | expected behavior | feature request | user story
      | data dictionary | build environment | functional specification | demo patient | dummy patient | bug report
      | known issue | root cause of the bug | downtime form | training data | annotation guide | error log`,
    words: `build | ticket | user | dropdown | drop down | click | workflow | tester | analyst | deploy | epic | cerner
      | requester | requestor | assigned to | macro | text block | renders | validation | ehr | emr | informatics
      | populate | populated | note type | synthetic | developer | bug | version | sprint | server`,
  },
  animals: {
    names: `veterinary | swine | feline | equine | gelding | stallion | dvm | vmd | labrador | dachshund | spayed | neutered
      | murine | rodent | hindlimb | pelvic limb | forelimb | thoracic limb | iacuc | euthanized | euthanised
      | euthanasia | sprague dawley | wistar | stifle | animal model | animal care | kennel | puppy | foal | ewe
      | piglet | beagle | macaque | bitch | mare | heifer | llama | lameness | year old dog | year old cat
      | year old horse | male neutered | female spayed | the herd | zoo`,
    words: `canine | bovine | ovine | porcine | rats | mice | mouse | rabbit | sheep | pig | owner | paw | barn
      | rider | animal | sacrificed | species | trot | leash | trailer | fur | isoflurane | in vivo | breed | withers
      | pony | retriever | hock | fetlock | tail base | vet | histologic | veterinarian`,
  },
  'public health': {
    names: `outbreak investigation | department of health | case investigation | line list | epidemiologist
      | contact tracing | notifiable | case definition | recall notice | product recall | lot recall | exposed patient
      | look back | interviewer | interviewee | compounding center | syndromic | confirmed case | probable case
      | suspect case | death certificate | registry report | organ procurement | donor | coroner | autopsy | decedent
      | postmortem | medical examiner | cause of death | health advisory | exposure interview | quality complaint | product complaint | complaint intake | sentinel surveillance | returned to the manufacturer | batch record | drug shortage`,
    words: `interview | respondent | incubation | case id | jurisdiction | notification | registry | surveillance | proxy
      | symptom onset | contaminated | state lab | cdc | investigation | outbreak | epidemiology | health department
      | public health | reportable | questionnaire | toxicology | manner of death`,
  },
  'own words': {
    names: `blog | reddit | testimonial | my story | star review | letter of complaint | complaint letter | comment card
      | memoir | youtube | vlog | star rating | patient forum | support group | portal message | message from patient
      | patient wrote | dear diary | voicemail | online review | yelp | travel insurance`,
    words: `my doctor | my surgeon | my husband | my wife | my daughter | my son | i remember | i was lying | i woke up
      | they told me | he told me | she told me | they put | they stuck | honestly | stars | lol | facebook | podcast
      | subscriber | newsletter | forum | i drove | i was so | my injection | my appointment | scared | i cried`,
  },
  market: {
    names: `how supplied | warnings and precautions | postmarketing | prescribing information | boxed warning
      | press release | brochure | advertisement | web page | screenplay | fiction | instructions for use
      | patent application | embodiment | 510 k | device description | product evaluation | documentary | webinar
      | social media | voiceover | narrator | historical vignette | history of medicine | obituary | biography
      | exhibition | short story | sales call | sales representative report | trade show | sermon | eulogy | news article`,
    words: `listeners | audience | customer | launch | story | logo | marketing | magazine | reporter | invention
      | prototype | sales | scene | hero | poem | novel | readership | broadcast`,
  },
  'told of others': {
    names: `i stood behind | i was allowed to | observed dr | watched dr | i was not present | as told by
      | performed by the defendant | performed by the respondent | i did not perform | i did not see`,
    words: `i watched | i observed | i stood | recalls | recounts | described how | by another physician
      | by another provider | by an outside | previous report | is said to | allegedly`,
  },
};
