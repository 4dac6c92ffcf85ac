using System.Collections.Frozen;
using BriefBot.Retrieval;

namespace BriefBot.Answers.Questions;

/// <summary>Words that make a question a question and say nothing of what it is about.</summary>
internal static class QuestionWords
{
    private const int ShortestMisread = 4;
    private const int LongestMisread = 9;

    private static readonly FrozenSet<string> Carried = Set(
        "a about actually again all also altogether am an and any anybody anyone anything anyway approximately are as ask asked at basically be been being "
        + "besides bot both but by can cannot could did didn't do does doesn't doing don't done each else even ever exactly explain find for from gave get give gives go "
        + "got guy guys had happen happened happening happens has have he hello her here hers hey hi him his how i i'm if in into is isn't it its just know let "
        + "like lol many may me mean means might much my name named names no not of off ok okay on one or other others our out please pls plz really roughly said "
        + "say says see shall she should show so some somebody someone something stuff such tell than thank thanks that the their them then there these they "
        + "thing things this those though to too u us very was wasn't we were weren't what what's whats when where which while who who's whom whose why will with "
        + "would wouldn't yet you your");

    /// <summary>As typed in chats, and what is meant.</summary>
    private static readonly FrozenDictionary<string, string> Misspelt =
        ("wat=what;wut=what;wht=what;whats=what is;wats=what is;whos=who is;wheres=where is;whens=when is;hows=how is;whys=why is;"
            + "wich=which;whch=which;wen=when;hwo=how;waht=what;wha=what;wher=where;didnt=did not;doesnt=does not;dont=do not;"
            + "cant=can not;isnt=is not;wasnt=was not;wont=will not;ur=your;u=you;r=are;y=why;cuz=because;abt=about;teh=the;"
            + "gonna=going to;wanna=want to;gotta=have to;thru=through;tho=though;"
            + "uni=university;prof=professor;nuke=nuclear weapon;nukes=nuclear weapons;ww1=world war;ww2=world war;wwii=world war;govt=government;gov=government;"
            + "pres=president;info=information;whereabouts=where;pic=picture;bday=birthday;biz=business;ppl=people;"
            + "pls=please;what's=what is;who's=who is;where's=where is;when's=when is;how's=how is;why's=why is")
        .Split(';')
        .Select(pair => pair.Split('='))
        .ToFrozenDictionary(pair => pair[0], pair => pair[1]);

    /// <summary>A word in lower case as it is meant: itself, or the words that a chat's short form stands for.</summary>
    public static string Meant(string word) => Misspelt.GetValueOrDefault(word, word);

    /// <summary>Whether <paramref name="word"/>, in lower case, says nothing of what is asked about.</summary>
    public static bool Contains(string word) => Carried.Contains(word);

    /// <summary>The question word that is meant by a word that stands nowhere in the folder, or null; the folder's own word comes first where it is as near.</summary>
    public static string? Misread(FoundTerm term)
    {
        var typed = term.Asked.Word;
        if (typed.Length is < ShortestMisread or > LongestMisread || (term.Correction is null && (term.DocumentFrequency > 0 || RelatedWords.Knows(term.Term))))
        {
            return null;
        }

        var (word, cost) = Carried.Where(word => word.Length >= ShortestMisread).Select(word => (word, Cost: EditCost.Of(typed, word, 1))).OrderBy(near => near.Cost).ThenBy(near => near.word, StringComparer.Ordinal).First();
        return cost < (term.Correction is { } own ? EditCost.Of(typed, own, 2) : double.PositiveInfinity) ? word : null;
    }

    /// <summary>The words of <paramref name="text"/> in lower case, chat spellings written out.</summary>
    public static string[] In(string text) =>
    [
        .. text.ToLowerInvariant()
            .Replace('’', '\'')
            .Split([' ', '\t', '\n', '\r', '?', '!', ',', '.', ';', ':', '"', '“', '”', '(', ')'], StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(word => Misspelt.TryGetValue(word, out var meant) ? meant.Split(' ') : [word]),
    ];

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet();
}
