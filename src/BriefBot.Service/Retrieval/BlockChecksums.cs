using System.Buffers.Binary;
using System.Numerics;
using Lucene.Net.Index;

namespace BriefBot.Service.Retrieval;

/// <summary>The length of a file of the index and a checksum (CRC-32C) of each of its blocks, kept in a file beside it.</summary>
internal sealed class BlockChecksums
{
    /// <summary>Number of bytes a checksum covers.</summary>
    public const int BlockSize = 1024;

    /// <summary>The ending of the name of the file beside.</summary>
    public const string Ending = ".crc";

    private readonly byte[] _content;

    private BlockChecksums(byte[] content) => _content = content;

    /// <summary>Length of the file in bytes.</summary>
    public long Length => BinaryPrimitives.ReadInt64LittleEndian(_content);

    public long BlockCount => (Length + BlockSize - 1) / BlockSize;

    /// <exception cref="CorruptIndexException">There is no such file, or it holds something else.</exception>
    public static BlockChecksums Read(string path)
    {
        try
        {
            var checksums = new BlockChecksums(File.ReadAllBytes(path + Ending));
            return checksums._content.Length >= sizeof(long) && checksums._content.Length == SizeFor(checksums.Length)
                ? checksums
                : throw new CorruptIndexException($"The checksums of {path} are damaged.");
        }
        catch (FileNotFoundException e)
        {
            throw new CorruptIndexException($"{path} has no checksums.", e);
        }
    }

    public static void Write(string path, long length, IReadOnlyList<uint> blocks)
    {
        var content = new byte[SizeFor(length)];
        BinaryPrimitives.WriteInt64LittleEndian(content, length);
        for (var i = 0; i < blocks.Count; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(content.AsSpan(sizeof(long) + (i * sizeof(uint))), blocks[i]);
        }

        File.WriteAllBytes(path + Ending, content);
    }

    /// <summary>Returns whether a block is as it was written.</summary>
    public bool Holds(long block, ReadOnlySpan<byte> content) =>
        BinaryPrimitives.ReadUInt32LittleEndian(_content.AsSpan((int)(sizeof(long) + (block * sizeof(uint))))) == Add(0, content);

    /// <summary>Extends <paramref name="checksum"/> by <paramref name="content"/>.</summary>
    public static uint Add(uint checksum, ReadOnlySpan<byte> content)
    {
        for (; content.Length >= sizeof(ulong); content = content[sizeof(ulong)..])
        {
            checksum = BitOperations.Crc32C(checksum, BinaryPrimitives.ReadUInt64LittleEndian(content));
        }

        foreach (var one in content)
        {
            checksum = BitOperations.Crc32C(checksum, one);
        }

        return checksum;
    }

    private static long SizeFor(long length) => length < 0 ? -1 : sizeof(long) + ((length + BlockSize - 1) / BlockSize * sizeof(uint));
}
