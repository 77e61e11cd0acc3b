namespace XacThuc.Exchange.Tests.Houses;

/// <summary>A line that was cut: whatever is written fails.</summary>
internal sealed class DeadStream : MemoryStream
{
    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
        throw new IOException("The line was cut.");
}
