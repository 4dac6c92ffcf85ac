using System.IO.Compression;
using System.Xml;
using BriefBot.Knowledge;

namespace BriefBot.Service.Knowledge.DocxFiles;

/// <summary>Measures, before the Open XML SDK is asked, what a DOCX file unpacks to: what its entries say of their size is not believed.</summary>
internal static class DocxBounds
{
    /// <summary>What is too large and what to do, or null. Only the entries that are read are unpacked.</summary>
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
