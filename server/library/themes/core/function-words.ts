// Words that hold a sentence together and say nothing of what it is about.

const lists = [
  "a an and are as at be been but by can could did do does for from had has have he her his how i if in into is it its may more most no not of on one only or other our",
  "she should so some such than that the their them then there these they this those to under up was we were what when where which who will with would you your also all any",
  "about after before between both each following must over same see than through two use used using very while within without per however during because being many much new",
  "der die das und oder ein eine ist sind war von zu im in den dem des mit auf für nicht als auch sich wird werden bei nach aus an um es er sie wir zum zur durch",
  "le la les un une des et ou est sont de du dans pour par que qui ne pas sur au aux avec ce cette ces il elle nous vous se en plus",
  "el los las una y o es son por para con del al se no lo su sus como más et in ad cum non est sunt qui quae quod ut ex",
  "это как или что для при его её их она они мы вы был была было были быть есть так также только но из от до над под про без который которая которые которое этот эта эти тот все всё еще ещё уже может если чтобы между после через",
  "και καί του της των τον την τους τις για από με στο στη στην στον στα που ότι είναι ήταν δεν να θα ένα μια κατά προς ως αλλά διά περί γάρ αυτό αυτή αυτά",
  "من في على إلى عن مع هذا هذه ذلك تلك التي الذي الذين كان كانت أو ثم قد لا لم لن ما هو هي بين بعد قبل كل إذا إن أن عند ولا ومن وفي",
  "של על את אל כי הוא היא הם זה זאת אלה לא גם או אם עם יש אין היה היתה היו כל אשר אבל רק מה מי בין אחר עד כמו יותר",
  "我们 他们 它们 这个 那个 这些 因为 所以 但是 如果 可以 以及 进行 具有 其中 对于 关于 没有 一个 已经 通过 为了",
  "こと もの ため よう 場合 この その また",
  "และ ที่ ของ ใน เป็น ได้ มี ให้ ว่า กับ จาก หรือ นี้ ไม่ โดย ต้อง จะ ซึ่ง การ ความ อย่าง ทำ เมื่อ แต่ ถ้า ก็",
];

/** Of the languages that documents are mostly in, in lower case and without points. */
export const functionWords: ReadonlySet<string> = new Set(lists.flatMap((list) => list.split(" ")));
