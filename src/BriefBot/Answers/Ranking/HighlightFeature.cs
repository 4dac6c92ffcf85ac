namespace BriefBot.Answers.Ranking;

/// <summary>What tells that a date, a number or a name in a reply is what was asked for. The names are those of the weights file.</summary>
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

    /// <summary>What kind of thing is asked for is not known, and it is a name.</summary>
    NameForAnything,

    /// <summary>Likewise a number.</summary>
    NumberForAnything,

    /// <summary>Likewise a date.</summary>
    DateForAnything,

    /// <summary>The logarithm of how many of its kind stand in the sentence.</summary>
    Rivals,

    /// <summary>How near the question's words stand to it, from 0 to 1: words, punctuation and others of its kind between them count.</summary>
    Nearness,

    /// <summary>How much nearer they stand than to the nearest other of its kind.</summary>
    Margin,

    /// <summary>It stands in the first sentence of the reply.</summary>
    First,

    /// <summary>The share of the question's weight in its sentence.</summary>
    Coverage,

    /// <summary>The next word is what is asked for by name: "tons" after a number where "how many tons" is asked.</summary>
    AskedForNext,

    /// <summary>So is the word before.</summary>
    AskedForBefore,

    /// <summary>What is asked for by name is a part of it: "Harvard University" where a university is.</summary>
    AskedForWithin,

    /// <summary>It is a number, and what is asked for by name stands elsewhere in the sentence.</summary>
    AskedForElsewhere,

    /// <summary>A place is asked for, and "in", "at" or the like stands before it.</summary>
    PlacePreposition,

    /// <summary>A date is asked for, and "in", "on" or the like stands before it.</summary>
    DatePreposition,

    /// <summary>It stands behind an opening bracket.</summary>
    Bracket,

    /// <summary>
    /// It stands where the answer seldom does: after all that is said where the subject is asked for ("who founded it"), before
    /// it where the object is.
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
