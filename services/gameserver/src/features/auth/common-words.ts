/**
 * Words that stand at the heart of most guessed passwords, lower case, without digits: what people type
 * when asked for a password, first names, teams, cars, animals, food, fiction and feelings. Digits, signs
 * and look-alike spellings around them are handled by `password-weakness.ts`, so one word stands for
 * thousands of entries of a plain list.
 */
const WORDS = `
password passwort passwords passcode passphrase passme passw passwd contrasena motdepasse parola parol haslo
senha wachtwoord salasana losenord heslo jelszo kennwort geheim secret secrets secretword topsecret private
letmein letmeinnow letmeout openup opensesame opendoor open sesame welcome welcomeback welcomehome willkommen
bienvenue bienvenido hello hellohello helloworld hallo hola bonjour ciao goodbye goodmorning goodluck
login logon signin signup access accesscode account admin administrator adminadmin root toor superuser
system sysadmin manager master masterkey default guest public tester testing testtest test demo sample example
changeme changeit changethis changepassword newpassword mypassword ourpassword yourpassword nopassword
thepassword passwordpassword temppass temporary temppassword user username userpass users usuario member
computer computers internet network server database google facebook instagram twitter linkedin youtube
microsoft windows android iphone samsung nokia apple macbook ubuntu linux debian oracle cisco
qwerty qwertz azerty qwert qwertyui qwertyuiop qwertyqwerty asdf asdfg asdfgh asdfghjk asdfghjkl asdfasdf
zxcv zxcvb zxcvbn zxcvbnm qazwsx qazwsxedc qweasd qweasdzxc wasd wasdwasd poiuyt lkjhgf mnbvcxz
abcd abcde abcdef abcdefg abcdefgh abcdefghi abcdefghij abcabc abcdabcd alphabet
monkey dragon dragons tiger tigers tigger lion lions panther panthers eagle eagles falcon falcons hawk wolf
wolves bear bears kitten kittens kitty puppy doggie doggy doggies dolphin dolphins horse horses pony butterfly
spider turtle rabbit bunny chicken ducks duck penguin panda koala snoopy garfield bulldog bulldogs rottweiler
football footballs soccer baseball basketball softball hockey tennis golf golfer rugby cricket volleyball
swimming skater skateboard snowboard surfing running runner boxing wrestling cheerleader champion champions
liverpool chelsea arsenal manchester manchesterunited manutd barcelona realmadrid juventus bayern dortmund
benfica galatasaray fenerbahce steelers cowboys packers yankees redsox lakers celtics bulls patriots raiders
redskins broncos dodgers cubs giants rangers celtic everton newcastle spurs tottenham
superman batman spiderman ironman wolverine xmen avengers deadpool joker robin hulk wonderwoman catwoman
starwars startrek skywalker darthvader yoda chewbacca jedi sith matrix terminator godzilla pokemon pikachu
charizard naruto dragonball sasuke mario luigi nintendo playstation xbox gamecube zelda sonic minecraft
roblox fortnite warcraft worldofwarcraft starcraft counterstrike halflife halo callofduty leagueoflegends
runescape gamer gamers gaming player playboy noob ninja samurai pirate pirates knight warrior warriors hunter
wizard magic merlin gandalf frodo hobbit elvis presley beatles metallica nirvana slipknot linkinpark eminem
tupac blink greenday acdc ironmaiden pinkfloyd ledzeppelin queen madonna shakira rihanna beyonce bieber
michael michelle matthew jennifer jessica jordan joshua joseph jonathan andrew anthony ashley amanda alexander
alexandra alexis alejandro angel angela angels angelina anthony barbara benjamin brandon brittany charlie
charlotte chelsea chris christian christina christine christopher daniel daniela danielle david diana diego
dominic edward elizabeth emily eric fernando francis frank gabriel gabriela george gerald gordon hannah harley
heather isabella jackson jacob james jasmine jason jeffrey jeremy john johnny jordan juliana justin karina
kathy katie kelly kenneth kevin kimberly laura lauren leonardo linda lisa louise lucas lucky madison marcus
margaret maria mariana marina mario marlboro martin martina mary mathew maxwell melissa mercedes miguel molly
monica morgan natalie natasha nathan nicholas nicole oliver olivia orlando pamela patricia patrick peter
philip phoenix rachel rebecca ricardo richard robert roberto rocky samantha samuel sandra sarah scott sebastian
sophie stephanie steven susan sydney taylor teresa thomas tyler valentina valeria vanessa veronica victor
victoria vincent walter wesley william yolanda zachary
iloveyou iloveu iloveme ilovehim iloveher ilovegod ilovejesus ilovemymom ilovemydad ilovemyself ilovelife
loveyou loveme lovely lovelove lover lovers loverboy loverock teamo teamomucho tequiero amor amore amorcito
mylove myloves forever foreverlove foreveryoung friends friend bestfriend friendship family mother father
sister brother babygirl babyboy babyface babylove baby princess princesa prince queen king kingkong sweetheart
sweety sweetie sweet honey honeybunny sugar cutie cutiepie sexy sexygirl sexyboy hottie playboy bigboy
badboy badgirl goodgirl goodboy blessed blessing jesus jesuschrist christ jesuslove church heaven heavenly
faith hope trustno trustnoone trustme believe freedom liberty peace happy happiness happyday smile smiley
whatever nothing nobody noone whocares idontknow idontcare fuckyou fuckoff fuckme asshole bitch bitches
biteme bullshit bastard shithead pussy bigdick suckit killer killme murder death devil satan demon lucifer
sunshine sunflower sunset summer winter spring autumn january february march april monday tuesday wednesday
thursday friday saturday sunday christmas birthday holiday holidays vacation beach ocean pacific atlantic
flower flowers rose roses daisy lily jasmine violet orchid garden rainbow butterfly moonlight starlight
midnight shadow shadows silver golden gold diamond diamonds crystal emerald sapphire platinum purple yellow
orange green black white blue bluebird redhead pink scarlet crimson lavender
cookie cookies chocolate chocolat cheese cheesecake pizza burger banana bananas apple apples cherry strawberry
peaches peach lemon mango coconut pepper peppers ginger cinnamon vanilla caramel candy popcorn pumpkin potato
tomato coffee guinness heineken budweiser whiskey vodka tequila cocacola pepsi
mustang ferrari porsche lamborghini corvette camaro charger honda toyota nissan mazda subaru yamaha kawasaki
suzuki ducati harley harleydavidson mercedes bmw audi volkswagen volvo jaguar chevrolet chevy dodge ford hummer
america american usa canada canadian mexico brazil brasil england english london paris france germany deutschland
berlin munich italia italy spain espana madrid portugal holland amsterdam sweden norway denmark finland poland
russia moscow ukraine turkey istanbul china india japan tokyo korea australia sydney africa nigeria kenya texas
california florida newyork chicago boston dallas houston phoenix denver seattle
money moneymoney dollar dollars million millionaire business company office success winner winners loser
lottery jackpot lucky luckyone luckyme luckyday destiny forever infinity genius student students school
college teacher doctor nurse police soldier army marine marines airforce navy military sniper
soccer thunder lightning storm hurricane tornado fire fireball firefire ice iceman snowman snowball snowflake
water earth planet planets galaxy universe stars starlight starship stargate rocket rockets apollo spaceship
space spaceman astronaut saturn jupiter mercury venus neptune pluto orion andromeda sector sectorwars
tradewars trader traders captain commander admiral pilot enterprise federation
guitar guitarra piano violin drummer music musica rockstar rocknroll dance dancer dancing hiphop reggae
marley bobmarley metal punk techno trance djembe
access abcxyz anything something everything nevermind remember forgotten forget forgotit dontforget
cheater chester buster bubbles buddy bailey bandit bella blackie brandy brownie casper chance cooper daisy
duke fluffy ginger gizmo jasper lucky maggie marley misty molly muffin oreo oscar patches peanut pepper princess
rocky roxy rusty sadie sammy sasha scooter shadow simba smokey snickers sophie sparky spike spot tigger toby
tucker zeus zoey
`;

/** The words as a set; built once. */
export const COMMON_WORDS: ReadonlySet<string> = new Set(WORDS.split(/\s+/).filter((word) => word !== ''));

/** Frequent passwords whose digits and letters are interleaved, so that no single word stands in them. */
export const COMMON_PATTERNS: readonly string[] = [
  '1q2w3e4r5t6y7u8i9o0p',
  'q1w2e3r4t5y6u7i8o9p0',
  'a1s2d3f4g5h6j7k8l9',
  '1a2s3d4f5g6h7j8k9l',
  'z1x2c3v4b5n6m7',
  'a1b2c3d4e5f6g7h8i9j0',
  '1a2b3c4d5e6f7g8h9i0j',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/',
  '1qaz1qaz1qaz1qaz',
  'zaq12wsxcde34rfvbgt56yhn',
  'qazwsxedcrfvtgbyhnujmikolp',
  '!qaz@wsx#edc$rfv%tgb^yhn&ujm',
  'zaq1xsw2cde3vfr4bgt5nhy6',
  '1029384756',
  '0192837465',
  '13579246810',
  '24681013579',
  '147258369',
  '789456123',
  '741852963',
  '159753456',
  '314159265358979323846',
  '271828182845904523536',
];
