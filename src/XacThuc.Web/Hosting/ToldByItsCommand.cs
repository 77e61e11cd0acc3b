using Microsoft.Extensions.Hosting;

namespace XacThuc.Web.Hosting;

/// <summary>
/// A house hears no signals: its command does, and tells it. One that heard for itself would break its own opening off, and
/// tell that as a failure.
/// </summary>
internal sealed class ToldByItsCommand : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
