namespace XacThuc.Web.Tables.Workbooks;

/// <summary>
/// Stands before a stream that must not block, as the server's answer: the archive ends each part with a few bytes written
/// in the blocking way, and these wait here for the next asynchronous step.
/// </summary>
internal sealed class HeldWrites(Stream to) : Stream
{
    private readonly MemoryStream _held = new();

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Flush()
    {
        // The next asynchronous step takes it along.
    }

    public override void Write(byte[] buffer, int offset, int count) => _held.Write(buffer, offset, count);

    public override void Write(ReadOnlySpan<byte> buffer) => _held.Write(buffer);

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await LetGo(cancellationToken);
        await to.WriteAsync(buffer, cancellationToken);
    }

    public override async Task FlushAsync(CancellationToken cancellationToken)
    {
        await LetGo(cancellationToken);
        await to.FlushAsync(cancellationToken);
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private async ValueTask LetGo(CancellationToken stop)
    {
        if (_held.Length == 0) return;
        await to.WriteAsync(_held.GetBuffer().AsMemory(0, (int)_held.Length), stop);
        _held.SetLength(0);
    }
}
