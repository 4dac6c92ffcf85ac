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
    public static string? FindTooLarge(ReadOnlyMemory<byte> content, ReadingLimits limits)
    {
        using var archive = new ZipArchive(new MemoryStream(content.ToArray(), writable: false), ZipArchiveMode.Read);
        if (archive.Entries.Count > limits.Entries)
        {
            return $"This archive has {archive.Entries.Count} files, more than {limits.Entries}. Save it as DOCX again.";
        }

        var left = limits.UnpackedBytes;
        foreach (var entry in archive.Entries.Where(IsXml))
        {
            using var stream = new BoundedStream(entry.Open(), left);
            using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            try
            {
                while (reader.Read())
                {
                    if (reader.Depth > limits.Nesting)
                    {
                        return $"Elements are nested more than {limits.Nesting} deep. Flatten them.";
                    }
                }
            }
            catch (BoundedStream.TooLongException)
            {
                return $"This unpacks to more than {limits.UnpackedBytes} bytes. Split the file.";
            }

            left = stream.Left;
        }

        return null;
    }

    private static bool IsXml(ZipArchiveEntry entry) => Path.GetExtension(entry.Name).ToLowerInvariant() is ".xml" or ".rels";
}
