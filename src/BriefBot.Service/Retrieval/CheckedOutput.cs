using Lucene.Net.Store;

namespace BriefBot.Service.Retrieval;

/// <summary>Writes a file of the index and, when it is closed, its checksums beside it.</summary>
internal sealed class CheckedOutput(IndexOutput output, string path) : IndexOutput
{
    private readonly List<uint> _blocks = [];
    private uint _checksum;
    private int _inBlock;
    private bool _isClosed;

    public override long Position => output.Position;

    public override long Checksum => output.Checksum;

    public override long Length
    {
        get => output.Length;
        set => output.Length = value;
    }

    public override void WriteByte(byte b)
    {
        output.WriteByte(b);
        Add([b]);
    }

    public override void WriteBytes(byte[] b, int offset, int length)
    {
        output.WriteBytes(b, offset, length);
        Add(b.AsSpan(offset, length));
    }

    public override void Flush() => output.Flush();

    [Obsolete("Lucene writes from front to back only.")]
    public override void Seek(long pos) => throw new NotSupportedException("A file of the index is written from front to back.");

    protected override void Dispose(bool disposing)
    {
        if (!disposing || _isClosed)
        {
            return;
        }

        _isClosed = true;
        var length = output.Position;
        output.Dispose();
        if (_inBlock > 0)
        {
            _blocks.Add(_checksum);
        }

        BlockChecksums.Write(path, length, _blocks);
    }

    private void Add(ReadOnlySpan<byte> written)
    {
        while (!written.IsEmpty)
        {
            var more = written[..Math.Min(written.Length, BlockChecksums.BlockSize - _inBlock)];
            _checksum = BlockChecksums.Add(_checksum, more);
            _inBlock += more.Length;
            written = written[more.Length..];
            if (_inBlock == BlockChecksums.BlockSize)
            {
                _blocks.Add(_checksum);
                (_checksum, _inBlock) = (0, 0);
            }
        }
    }
}
