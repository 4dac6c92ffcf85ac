using System.Text.RegularExpressions;
using BriefBot.Answers.Understanding;

namespace BriefBot.Chat;

/// <summary>A question about the folder itself: its articles, the author or date of one, the summary of one.</summary>
/// <param name="Topic">The kind of question.</param>
/// <param name="Subject">The article as it was named, in lower case; empty where none is.</param>
internal sealed partial record FolderQuestion(FolderTopic Topic, string Subject = "")
{
    private const string Articles = "(?:articles?|documents?|docs?|files?|sources?|pages?|texts?)";

    /// <summary>Returns the question, or null where the message asks something else.</summary>
    public static FolderQuestion? Parse(string text)
    {
        var written = Polite().Replace(string.Join(' ', QuestionWords.Split(text)), "");
        return written switch
        {
            _ when List().IsMatch(written) => new FolderQuestion(FolderTopic.Articles),
            _ when Newest().IsMatch(written) => new FolderQuestion(FolderTopic.Newest),
            _ when Topics().IsMatch(written) => new FolderQuestion(FolderTopic.Topics),
            _ => Of(FolderTopic.Author, Author().Match(written))
                ?? Of(FolderTopic.Date, Date().Match(written))
                ?? Of(FolderTopic.Summary, Summary().Match(written)),
        };
    }

    /// <summary>Indicates whether the subject is called an article, so that something is wrong where there is none of that name.</summary>
    public bool NamesArticle => NamedArticle().IsMatch(Subject);

    private static FolderQuestion? Of(FolderTopic topic, Match match) =>
        match.Success ? new FolderQuestion(topic, match.Groups["subject"].Value.Trim()) : null;

    [GeneratedRegex(
        "^(?:(?:please|can you|could you|would you|will you|hi|hey|hello|ok|okay|so|and|bot|briefbot) )+|(?: please)+$",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Polite();

    [GeneratedRegex(
        $$"""
            ^
            (?:
                /?sources
                | (?:list|show|name)(?:\ me)?(?:\ all)?(?:\ of)?(?:\ the|\ your)?\ {{Articles}}(?:\ (?:that\ )?you\ (?:have|know|use))?
                | (?:what|which|how\ many)\ {{Articles}}
                  \ (?:do\ you\ (?:have|know|use|read|search)|have\ you(?:\ got)?(?:\ read)?|are\ there|are\ in\ (?:the|your)\ folder|can\ you\ (?:search|read))
                | (?:what|which)\ are\ your\ {{Articles}}
                | what\ (?:do\ you\ know|is\ in\ (?:the|your)\ (?:knowledge\ )?folder)(?:\ about)?
            )
            $
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.NonBacktracking
    )]
    private static partial Regex List();

    [GeneratedRegex(
        $$"""
            ^
            (?:
                (?:(?:what|which)\ (?:is|are)\ )?(?:the\ |your\ )?(?:newest|latest|most\ recent)\ {{Articles}}(?:\ (?:do\ )?you\ have|\ in\ (?:the|your)\ folder)?
                | which\ {{Articles}}\ (?:is|are)\ (?:the\ )?(?:newest|latest|most\ recent)
                | what\ is\ new
                | (?:any|are\ there\ any)\ new\ {{Articles}}
            )
            $
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.NonBacktracking
    )]
    private static partial Regex Newest();

    [GeneratedRegex(
        """
            ^
            (?:
                (?:(?:what|which)\ )?(?:topics|subjects|themes)
                  (?:\ (?:do\ you\ (?:cover|have|know|answer)|can\ i\ ask(?:\ you)?|are\ (?:there|covered)|can\ you\ answer))?(?:\ about|\ on)?
                | (?:list|show)(?:\ me)?(?:\ all)?(?:\ the|\ your)?\ (?:topics|subjects|themes)
                | what\ (?:is|are)\ (?:the|your)\ (?:articles|documents|docs|files|folder)\ about
            )
            $
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.NonBacktracking
    )]
    private static partial Regex Topics();

    [GeneratedRegex(
        "^(?:who (?:wrote|is the author of|was the author of|are the authors of|has written|is behind)|(?:the )?authors? of|by whom (?:is|was)) (?<subject>.+)$",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Author();

    [GeneratedRegex(
        """
            ^
            (?:
                when\ (?:was|were|is)\ (?<subject>.+?)\ (?:last\ )?(?:written|published|changed|updated|edited|revised|modified)(?:\ last)?
                | (?:from|since|of)\ (?:when|what\ date|which\ date)\ (?:is|are)\ (?<subject>.+)
                | how\ (?:new|old|recent|up\ to\ date)\ (?:is|are)\ (?<subject>.+\ (?:article|document|page|file))
                | (?:what\ is\ )?the\ date\ of\ (?<subject>.+)
            )
            $
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.NonBacktracking
    )]
    private static partial Regex Date();

    [GeneratedRegex(
        """
            ^
            (?:
                (?:(?:give|show|tell|write|get)\ (?:me\ |us\ )?)?(?:an?\ |the\ )?(?:(?:short|brief|quick)\ )?
                  (?:summary|overview|tldr|tl\ dr|gist|outline)(?:\ (?:of|on|about|for)\ (?<subject>.+))?
                | (?:summari[sz]e|sum\ up|outline)\ (?<subject>.+)
                | what\ is\ (?<subject>.+\ (?:article|document|page|file))\ about
            )
            $
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.NonBacktracking
    )]
    private static partial Regex Summary();

    [GeneratedRegex(@"\b(?:article|document|doc|page|file|text)s?\b", RegexOptions.NonBacktracking)]
    private static partial Regex NamedArticle();
}

/// <summary>The kinds of questions about the folder.</summary>
internal enum FolderTopic
{
    /// <summary>The articles, or their number.</summary>
    Articles,

    /// <summary>The newest articles.</summary>
    Newest,

    /// <summary>The topics of the articles.</summary>
    Topics,

    /// <summary>The author of an article.</summary>
    Author,

    /// <summary>When an article was written or last changed.</summary>
    Date,

    /// <summary>The summary of an article.</summary>
    Summary,
}
