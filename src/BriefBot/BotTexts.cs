using System.Globalization;
using System.Resources;
using System.Runtime.CompilerServices;

namespace BriefBot;

/// <summary>The bot's own words, from <c>BotTexts.resx</c>: English, whatever the culture of the process.</summary>
internal static class BotTexts
{
    private static readonly ResourceManager Texts = new("BriefBot.BotTexts", typeof(BotTexts).Assembly);

    /// <summary>The folder has not been read yet.</summary>
    public static string StillReading => Text();

    /// <summary>Some files have not been read yet.</summary>
    public static string StillReadingSome => Text();

    /// <summary>The index was damaged.</summary>
    public static string IndexBuiltAnew => Text();

    /// <summary>The index can't be read.</summary>
    public static string IndexUnavailable => Text();

    /// <summary>The folder can't be read.</summary>
    public static string FolderCannotBeRead => Text();

    /// <summary>There is no folder.</summary>
    public static string FolderMissing => Text();

    /// <summary>The folder is gone or can't be read, or the index can't be written; what was read goes on answering.</summary>
    public static string FolderGone => Text();

    /// <summary>The folder holds nothing.</summary>
    public static string FolderEmpty => Text();

    /// <summary>Before what may not answer.</summary>
    public static string NotSure => Text();

    /// <summary>Nothing in the folder answers.</summary>
    public static string FolderDoesNotSay => Text();

    /// <summary>Nothing was found yet, and a model is asked.</summary>
    public static string LookingFurther => Text();

    /// <summary>Before the passages that come closest.</summary>
    public static string Closest => Text();

    /// <summary>The message holds no words.</summary>
    public static string NothingAsked => Text();

    /// <summary>Too many questions wait.</summary>
    public static string Busy => Text();

    /// <summary>On the button that shows the passages.</summary>
    public static string ShowPassages => Text();

    /// <summary>On the button that shows what comes closest.</summary>
    public static string ShowClosest => Text();

    /// <summary>Of quotes that stand nowhere any more.</summary>
    public static string QuotesGone(int count) => Format([count]);

    /// <summary>On the button that takes an answer back.</summary>
    public static string Delete => Text();

    /// <summary>To whoever presses it and may not.</summary>
    public static string MayNotDelete => Text();

    /// <summary>To whoever asked where the bot may not write.</summary>
    public static string MayNotWrite => Text();

    /// <summary>Before the list of the articles.</summary>
    public static string Sources(int count) => Format([count]);

    /// <summary>After a list of an article of which the first items are shown.</summary>
    public static string ItemsLeft(int count) => Format([count]);

    /// <summary>After a list that is longer than what is shown.</summary>
    public static string AndMore(int count) => Format([count]);

    /// <summary>Of an article that can't be read any more.</summary>
    public static string Stale => Text();

    /// <summary>Of a file that is not read.</summary>
    public static string Unread => Text();

    /// <summary>An author asks too often.</summary>
    public static string TooFast(int seconds) => Format([seconds]);

    /// <summary>All in a channel ask too often together.</summary>
    public static string ChannelTooFast(int seconds) => Format([seconds]);

    /// <summary>Not there, or not that person.</summary>
    public static string NotAllowed => Text();

    /// <summary>The service ends.</summary>
    public static string Stopping => Text();

    /// <summary>An error of ours.</summary>
    public static string Failed => Text();

    /// <summary>To a greeting.</summary>
    public static string Greeting => Text();

    /// <summary>To thanks.</summary>
    public static string Welcome => Text();

    /// <summary>To a goodbye.</summary>
    public static string Goodbye => Text();

    /// <summary>To a call for help.</summary>
    public static string Help => Text();

    /// <summary>Before the articles, the newest first.</summary>
    public static string NewestArticles => Text();

    /// <summary>Of when an article is.</summary>
    public static string ArticleIsOf(string article, string date) => Format([article, date]);

    /// <summary>An article names no date.</summary>
    public static string ArticleHasNoDate(string article) => Format([article]);

    /// <summary>Who wrote an article.</summary>
    public static string ArticleIsBy(string article, string author) => Format([article, author]);

    /// <summary>An article names no author.</summary>
    public static string ArticleHasNoAuthor(string article) => Format([article]);

    /// <summary>The first paragraph of an article and where it stands.</summary>
    public static string FirstParagraph(string text, string place) => Format([text, place]);

    /// <summary>To whoever asks what the bot is.</summary>
    public static string Self => Text();

    /// <summary>To whoever asks who runs it.</summary>
    public static string Operator => Text();

    /// <summary>To whoever asks whether it is there.</summary>
    public static string Here => Text();

    /// <summary>To a yes or an "ok".</summary>
    public static string Acknowledged => Text();

    /// <summary>To a no.</summary>
    public static string Misunderstood => Text();

    /// <summary>To whoever asks for another language.</summary>
    public static string Languages => Text();

    /// <summary>Nothing was found for a question in another language.</summary>
    public static string EnglishBest => Text();

    /// <summary>Other headings under which the topic stands.</summary>
    public static string SeeAlso(string headings) => Format([headings]);

    /// <summary>Where it stands otherwise for an earlier time.</summary>
    public static string Older(string headings) => Format([headings]);

    /// <summary>Of how many rows one was chosen.</summary>
    public static string ComparedRows(int count) => Format([count]);

    /// <summary>Before what contradicts a word of the question.</summary>
    public static string SaysInstead(string word) => Format([word]);

    /// <summary>How many entries a list or table has.</summary>
    public static string CountedItems(int count) => Format([count]);

    /// <summary>Before the sources of the last answer.</summary>
    public static string AnswerSources => Text();

    /// <summary>A follow-up without what it follows.</summary>
    public static string LostGround => Text();

    /// <summary>Words of the question stand nowhere.</summary>
    public static string FolderDoesNotMention(string words) => Format([words]);

    /// <summary>Words of the question stand nowhere near.</summary>
    public static string ClosestDoesNotMention(string words) => Format([words]);

    /// <summary>A property that was asked for stands nowhere near.</summary>
    public static string FolderDoesNotState(string property) => Format([property]);

    /// <summary>Parts of what was asked that nothing answers.</summary>
    public static string NothingFoundOn(string parts) => Format([parts]);

    /// <summary>The articles give no words of somebody on what was asked.</summary>
    public static string NothingSaidBy(string name) => Format([name]);

    /// <summary>All that fits was said.</summary>
    public static string NothingMore => Text();

    /// <summary>A word that stands nowhere was taken for one that does.</summary>
    public static string ReadAs(string typed, string meant) => Format([typed, meant]);

    /// <summary>Where a quote stands.</summary>
    public static string Lines(int first, int last) => Format([first, last]);

    /// <summary>Where a quote of one line stands.</summary>
    public static string Line(int line) => Format([line]);

    /// <summary>Where a quote stands that runs over pages.</summary>
    public static string Pages(int first, int last) => Format([first, last]);

    /// <summary>On which page a quote stands.</summary>
    public static string Page(int page) => Format([page]);

    /// <summary>Where a quote stands under its heading.</summary>
    public static string Paragraph(int paragraph) => Format([paragraph]);

    /// <summary>The answer was not there in time.</summary>
    public static string TookTooLong(int seconds) => Format([seconds]);

    /// <summary>The message is longer than the limit.</summary>
    public static string TooLong(int limit) => Format([limit]);

    private static string Text([CallerMemberName] string name = "") =>
        Texts.GetString(name, CultureInfo.InvariantCulture) ?? throw new MissingManifestResourceException($"BotTexts.resx has no text named {name}.");

    private static string Format(object[] parts, [CallerMemberName] string name = "") => string.Format(CultureInfo.InvariantCulture, Text(name), parts);
}
