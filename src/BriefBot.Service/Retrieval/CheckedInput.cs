using Lucene.Net.Index;
using Lucene.Net.Store;
using Microsoft.Win32.SafeHandles;

namespace BriefBot.Service.Retrieval;

/// <summary>Reads a file of the index block by block and checks each. For one thread; a clone for each other.</summary>
internal sealed class CheckedInput : IndexInput
{
    private readonly string _path;
    private readonly SafeFileHandle _file;
    private readonly BlockChecksums _checksums;
    private byte[] _block = [];
    private long _number = -1;
    private long _position;
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
    }

    public override long Length => _checksums.Length;

    public override long Position => _position;

    public override void Seek(long pos) => _position = pos;

    public override byte ReadByte()
    {
        Load();
        return _block[_position++ % BlockChecksums.BlockSize];
    }

    public override void ReadBytes(byte[] b, int offset, int len)
    {
        while (len > 0)
        {
            Load();
            var at = (int)(_position % BlockChecksums.BlockSize);
            var count = (int)Math.Min(Math.Min(len, BlockChecksums.BlockSize - at), Length - _position);
            _block.AsSpan(at, count).CopyTo(b.AsSpan(offset));
            (_position, offset, len) = (_position + count, offset + count, len - count);
        }
    }

    public override object Clone()
    {
        var clone = (CheckedInput)base.Clone();
        (clone._block, clone._number, clone._isClone) = ([], -1, true);
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
        var number = _position / BlockChecksums.BlockSize;
        if (_position < 0 || _position >= Length)
        {
            throw new EndOfStreamException($"{_path} was read past its end.");
        }

        if (number == _number)
        {
            return;
        }

        _number = -1;
        _block = _block.Length > 0 ? _block : new byte[BlockChecksums.BlockSize];
        var start = number * BlockChecksums.BlockSize;
        var block = _block.AsSpan(0, (int)Math.Min(BlockChecksums.BlockSize, Length - start));
        if (Fill(block, start) < block.Length || !_checksums.Holds(number, block))
        {
            throw new CorruptIndexException($"{_path} is damaged at byte {start} or after it.");
        }

        _number = number;
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
}
