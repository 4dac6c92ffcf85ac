using Lucene.Net.Index;
using Lucene.Net.Store;
using Microsoft.Win32.SafeHandles;

namespace BriefBot.Service.Retrieval;

/// <summary>
/// Reads a file of the index block by block and checks each; those read lately are kept in memory, for all clones together.
/// For one thread; a clone for each other.
/// </summary>
internal sealed class CheckedInput : IndexInput
{
    private const int LongestVInt32 = 5;

    /// <summary>Maximum number of blocks cached for a file: 8 MB.</summary>
    private const int MostKept = 8 * 1024;

    private readonly string _path;
    private readonly SafeFileHandle _file;
    private readonly BlockChecksums _checksums;
    private readonly Block?[] _kept;
    private byte[] _block = [];

    /// <summary>Start of the current block in the file, its filled length, and the next byte to read.</summary>
    private long _start;
    private int _filled;
    private int _next;
    private bool _isClone;

    /// <exception cref="CorruptIndexException">The file is not as long as it was written, or has no checksums.</exception>
    public CheckedInput(string path)
        : base(path)
    {
        _path = path;
        _checksums = BlockChecksums.Read(path);
        _file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (RandomAccess.GetLength(_file) != _checksums.Length)
        {
            _file.Dispose();
            throw new CorruptIndexException($"{path} is not as long as it was written.");
        }

        _kept = new Block?[Math.Min(_checksums.BlockCount, MostKept)];
    }

    public override long Length => _checksums.Length;

    public override long Position => _start + _next;

    public override void Seek(long pos)
    {
        if (pos >= _start && pos < _start + _filled)
        {
            _next = (int)(pos - _start);
            return;
        }

        // The block is loaded when something of it is read.
        (_start, _filled, _next) = (pos, 0, 0);
    }

    public override byte ReadByte()
    {
        if (_next >= _filled)
        {
            Load();
        }

        return _block[_next++];
    }

    public override void ReadBytes(byte[] b, int offset, int len)
    {
        while (len > 0)
        {
            if (_next >= _filled)
            {
                Load();
            }

            var count = Math.Min(len, _filled - _next);
            _block.AsSpan(_next, count).CopyTo(b.AsSpan(offset));
            (_next, offset, len) = (_next + count, offset + count, len - count);
        }
    }

    /// <summary>As the base does it; this one is called often enough to be spared the calls for each byte.</summary>
    public override int ReadVInt32()
    {
        if (_filled - _next < LongestVInt32)
        {
            return base.ReadVInt32();
        }

        var (value, shift) = (0, 0);
        for (; ; shift += 7)
        {
            var one = _block[_next++];
            value |= (one & 0x7F) << shift;
            if (one < 0x80 || shift == 28)
            {
                return one < 0x10 || shift < 28 ? value : throw new CorruptIndexException($"{_path} holds a number that is too large.");
            }
        }
    }

    public override object Clone()
    {
        var clone = (CheckedInput)base.Clone();
        (clone._block, clone._start, clone._filled, clone._next, clone._isClone) = ([], Position, 0, 0, true);
        return clone;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_isClone)
        {
            _file.Dispose();
        }
    }

    /// <summary>The block at the position becomes the one that is held.</summary>
    private void Load()
    {
        var position = Position;
        if (position < 0 || position >= Length)
        {
            throw new EndOfStreamException($"{_path} was read past its end.");
        }

        (_start, _filled, _next) = (position, 0, 0);
        var number = position / BlockChecksums.BlockSize;
        ref var kept = ref _kept[number % _kept.Length];
        var block = Volatile.Read(ref kept);
        if (block?.Number != number)
        {
            block = new Block(number, Read(number));
            Volatile.Write(ref kept, block);
        }

        var start = number * BlockChecksums.BlockSize;
        (_block, _start, _filled, _next) = (block.Content, start, block.Content.Length, (int)(position - start));
    }

    private byte[] Read(long number)
    {
        var start = number * BlockChecksums.BlockSize;
        var block = new byte[Math.Min(BlockChecksums.BlockSize, Length - start)];
        return Fill(block, start) == block.Length && _checksums.Holds(number, block)
            ? block
            : throw new CorruptIndexException($"{_path} is damaged at byte {start} or after it.");
    }

    private int Fill(Span<byte> block, long start)
    {
        var filled = 0;
        while (filled < block.Length && RandomAccess.Read(_file, block[filled..], start + filled) is > 0 and var read)
        {
            filled += read;
        }

        return filled;
    }

    /// <summary>A block that has been checked. Immutable.</summary>
    private sealed record Block(long Number, byte[] Content);
}
