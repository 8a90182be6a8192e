/** What everybody tries first, among passwords of twelve characters and more; compared without capitals and digits at the end. */
export const COMMON: ReadonlySet<string> = new Set(
  `password passwordpassword passw0rd p@ssword p@ssw0rd mypassword thisismypassword changeme changemenow changeit letmein letmeinplease
  letmeinletmein welcome welcomewelcome welcometo administrator administrators superadministrator adminadmin adminadminadmin rootroot
  rootrootroot qwertyuiop qwertyqwerty qwertyuiopasdf qwertyuiop[] qwerty asdfghjkl asdfasdfasdf asdfghjklzxc zxcvbnm zxcvbnmasdf
  zxcvbnmzxcvbnm qazwsxedcrfv qazwsxedc 1qaz2wsx3edc 1q2w3e4r5t6y 1q2w3e4r5t qwe123qwe123 abcdefghijkl abcdefghijklm abcdefgh abc123abc123
  iloveyou iloveyouiloveyou iloveyousomuch trustno trustnoone whatever whateverwhatever sunshine sunshinesunshine princess
  princessprincess football footballfootball baseball baseballbaseball basketball superman supermansuperman batmanbatman
  dragondragon monkeymonkey mastermaster shadowshadow michaelmichael charliecharlie computer computercomputer internet
  internetinternet starwarsstarwars correcthorsebatterystaple correcthorse hospital hospitalhospital painclinic painmanagement
  painmedicine medicine medicalpractice practice physician anesthesia epidural doctordoctor nursenurse patientpatient interspace
  interspaceinterspace secretsecret topsecret topsecretpassword testtest testtesttest testpassword temporary temporarypassword
  defaultpassword default guestguest guestguestguest summersummer winterwinter springspring autumnautumn`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
