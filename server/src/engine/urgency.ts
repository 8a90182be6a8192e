/** `now`: somebody waits. `later`: a job that has time; jobs always leave one worker to those who wait, where there are two. */
export type Urgency = 'now' | 'later';
