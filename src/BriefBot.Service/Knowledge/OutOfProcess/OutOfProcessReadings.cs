using BriefBot.Knowledge;
using BriefBot.Knowledge.Articles;
using BriefBot.Service.Knowledge.DocxFiles;
using BriefBot.Service.Knowledge.HtmlFiles;
using BriefBot.Service.Knowledge.MarkdownFiles;
using BriefBot.Service.Knowledge.PdfFiles;
using Microsoft.Extensions.Options;

namespace BriefBot.Service.Knowledge.OutOfProcess;

/// <summary>Runs in the reading process, because no parser is trusted to stop.</summary>
internal static class OutOfProcessReadings
{
    /// <summary>A reader for each format.</summary>
    public static IReadOnlyList<IArticleReader> Readers(IOptions<KnowledgeOptions> options)
    {
        var cutter = new PassageCutter(options);
        return
        [
            new MarkdownArticleReader(cutter, options),
            new PlainTextArticleReader(cutter, options),
            new TableArticleReader(cutter, options),
            new DataArticleReader(cutter, options),
            new HtmlArticleReader(cutter, options),
            new DocxArticleReader(cutter, options),
            new PdfArticleReader(cutter, options),
        ];
    }

    /// <summary>The readers by the endings of the names they read.</summary>
    public static IReadOnlyDictionary<string, IArticleReader> ByExtension(IEnumerable<IArticleReader> readers) =>
        readers
            .SelectMany(reader => reader.Extensions.Select(extension => (extension, reader)))
            .ToDictionary(pair => pair.extension, pair => pair.reader, StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads the settings, then file after file, and answers each, until <paramref name="input"/> ends.</summary>
    public static void Serve(Stream input, Stream output)
    {
        using var requests = new BinaryReader(input);
        using var answers = new BinaryWriter(output);
        var options = OutOfProcessMessage.ReadOptions(requests);
        var readers = ByExtension(Readers(Options.Create(options)));
        // The parent kills this process in time. If the parent is gone, nobody else would.
        using var orphaned = TimeProvider.System.CreateTimer(
            _ => Environment.FailFast(null),
            null,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan
        );
        while (OutOfProcessMessage.ReadFile(requests) is var (path, content))
        {
            orphaned.Change(TimeSpan.FromSeconds(2 * options.ReadTimeoutSeconds), Timeout.InfiniteTimeSpan);
            OutOfProcessMessage.Write(answers, Read(readers[Path.GetExtension(path)], path, content, options));
            orphaned.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Returns the failure of a file that needs too much memory, whether or not its reader could report it.</summary>
    public static ReadResult.Failed TooMuchMemory(string path, KnowledgeOptions options) =>
        new(
            new Problem(
                path,
                null,
                $"This is damaged, or needs more than {options.Limits.MemoryBytes} bytes of memory to read. "
                    + "Split the file, give the container more memory, or remove it."
            )
        );

    private static ReadResult Read(IArticleReader reader, string path, byte[] content, KnowledgeOptions options)
    {
        try
        {
            return reader.Read(path, content);
        }
        catch (OutOfMemoryException)
        {
            return TooMuchMemory(path, options);
        }
    }
}
