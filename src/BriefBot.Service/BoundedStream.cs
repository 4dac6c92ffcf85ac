namespace BriefBot.Service;

/// <summary>Reads at most a given number of bytes from a stream and throws when there are more.</summary>
/// <param name="inner">The stream to read; disposed with this one.</param>
/// <param name="most">Maximum number of bytes.</param>
internal sealed class BoundedStream(Stream inner, long most) : Stream
{
    /// <summary>Number of bytes that may still be read.</summary>
    public long Left { get; private set; } = most;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <exception cref="TooLongException">There are more.</exception>
    public override int Read(byte[] buffer, int offset, int count) => Counted(inner.Read(buffer, offset, count));

    /// <exception cref="TooLongException">There are more.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Counted(await inner.ReadAsync(buffer, cancellationToken));

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Counted(int read)
    {
        Left -= read;
        return Left < 0 ? throw new TooLongException() : read;
    }

    /// <summary>More bytes came than may be read.</summary>
    public sealed class TooLongException() : IOException("More bytes came than may be read.");
}
