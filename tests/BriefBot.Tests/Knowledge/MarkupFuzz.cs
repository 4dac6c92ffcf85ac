using System.Text;
using BriefBot.Knowledge;

namespace BriefBot.Tests.Knowledge;

/// <summary>Reads files made of marks and words at random.</summary>
internal static class MarkupFuzz
{
    /// <summary>Fails where a reader throws, or says that a block stands where the file has no line.</summary>
    public static void Run(IArticleReader reader, string path, IReadOnlyList<string> parts)
    {
        var random = new Random(20261129);
        for (var run = 0; run < 3_000; run++)
        {
            var text = string.Concat(
                Enumerable.Range(0, random.Next(1, 40)).Select(_ => parts[random.Next(parts.Count)] + (random.Next(3) == 0 ? "\n" : ""))
            );
            if (reader.Read(path, Encoding.UTF8.GetBytes(text)) is ReadResult.Read { Article: var article })
            {
                var lines = text.Count('\n') + 1;
                var places = article
                    .Passages.SelectMany(passage => passage.Blocks)
                    .SelectMany(block => block.Places)
                    .Select(place => place.Number);
                Assert.False(places.Any(place => place < 1 || place > lines), text);
            }
        }
    }
}
