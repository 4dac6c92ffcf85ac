using System.IO.Compression;
using System.Xml;
using BriefBot.Knowledge;

namespace BriefBot.Service.Knowledge.DocxFiles;

/// <summary>
/// Measures the unpacked size of a DOCX file before the Open XML SDK opens it, without trusting the sizes its entries declare.
/// </summary>
internal static class DocxBounds
{
    /// <summary>
    /// Returns the problem of a file that is too large, with its remedy, or null. Unpacks only the entries that are read.
    /// </summary>
    /// <exception cref="InvalidDataException">It is no archive, or a damaged one.</exception>
    /// <exception cref="XmlException">An entry is no XML.</exception>
    public static string? FindTooLarge(ReadOnlyMemory<byte> content, KnowledgeOptions options)
    {
        using var archive = new ZipArchive(new MemoryStream(content.ToArray(), writable: false), ZipArchiveMode.Read);
        if (archive.Entries.Count > options.MaxEntries)
        {
            return $"holds {archive.Entries.Count} files, more than Knowledge:MaxEntries allows ({options.MaxEntries}). Save it again as DOCX, or raise the setting.";
        }

        var left = options.MaxUnpackedBytes;
        foreach (var entry in archive.Entries.Where(IsXml))
        {
            using var stream = new BoundedStream(entry.Open(), left);
            using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            try
            {
                while (reader.Read())
                {
                    if (reader.Depth > options.MaxNesting)
                    {
                        return $"nests elements more deeply than Knowledge:MaxNesting allows ({options.MaxNesting}). Flatten it or raise the setting.";
                    }
                }
            }
            catch (BoundedStream.TooLongException)
            {
                return $"unpacks to more than Knowledge:MaxUnpackedBytes allows ({options.MaxUnpackedBytes}). Split the file or raise the setting.";
            }

            left = stream.Left;
        }

        return null;
    }

    private static bool IsXml(ZipArchiveEntry entry) => Path.GetExtension(entry.Name).ToLowerInvariant() is ".xml" or ".rels";
}
