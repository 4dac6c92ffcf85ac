namespace BriefBot.Answers.Ranking;

/// <summary>Features of a date, number or name in a reply being the answer. The names are those of the weights file.</summary>
internal enum HighlightFeature
{
    /// <summary>Nothing in the reply is: 1 for that alone.</summary>
    Nothing,

    /// <summary>A date is asked for and it is one.</summary>
    DateForDate,

    /// <summary>A number is asked for and it is one.</summary>
    NumberForNumber,

    /// <summary>A number is asked for and it is written like a date.</summary>
    DateForNumber,

    /// <summary>A person is asked for and it is a name.</summary>
    NameForPerson,

    /// <summary>A place is asked for and it is a name.</summary>
    NameForPlace,

    /// <summary>Something named is asked for and it is a name.</summary>
    NameForName,

    /// <summary>It is a name, and the expected type is unknown.</summary>
    NameForAnything,

    /// <summary>Likewise a number.</summary>
    NumberForAnything,

    /// <summary>Likewise a date.</summary>
    DateForAnything,

    /// <summary>Logarithm of the number of facts of its kind in the sentence.</summary>
    Rivals,

    /// <summary>
    /// Nearness of the question's words, from 0 to 1; words, punctuation and other facts of its kind in between reduce it.
    /// </summary>
    Nearness,

    /// <summary>Difference in nearness to the nearest other fact of its kind.</summary>
    Margin,

    /// <summary>It is in the first sentence of the reply.</summary>
    First,

    /// <summary>The share of the question's weight in its sentence.</summary>
    Coverage,

    /// <summary>The next word is the noun asked for: "tons" after a number for "how many tons".</summary>
    AskedForNext,

    /// <summary>The word before is the noun asked for.</summary>
    AskedForBefore,

    /// <summary>The noun asked for is a part of it: "Harvard University" where a university is asked for.</summary>
    AskedForWithin,

    /// <summary>It is a number, and the noun asked for is elsewhere in the sentence.</summary>
    AskedForElsewhere,

    /// <summary>A place is asked for, and "in", "at" or the like precedes it.</summary>
    PlacePreposition,

    /// <summary>A date is asked for, and "in", "on" or the like precedes it.</summary>
    DatePreposition,

    /// <summary>It follows an opening bracket.</summary>
    Bracket,

    /// <summary>
    /// It is on the unlikely side: after the predicate where the subject is asked for ("who founded it"), before it where the object is.
    /// </summary>
    WrongSide,

    /// <summary>A number that is a percentage where none is asked for, or the other way round.</summary>
    OtherUnit,

    /// <summary>It holds a word of the question.</summary>
    HoldsAsked,

    /// <summary>A single word with a capital that opens its sentence.</summary>
    Opening,

    /// <summary>It is in the possessive.</summary>
    Possessive,
}
