using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using XacThuc.Matching.Texts;
using XacThuc.Web.Clients;
using XacThuc.Web.Data;
using XacThuc.Web.Hosting;

namespace XacThuc.Web.Accounts;

/// <summary>A house for real people does not start on a database whose passwords everybody knows.</summary>
internal sealed class SampleCheck(IServiceProvider services, HouseSettings settings) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (settings.IsSample) return;
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HouseDb>();
        if (await db.Users.AnyAsync(account => account.IsSample, cancellationToken) || await ClientDesk.HasSample(db, cancellationToken))
            throw new SampleDataException();
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>The house was about to serve real people with the sample's passwords.</summary>
public sealed class SampleDataException() : Exception(Speech.Say(
    "Cơ sở dữ liệu này có tài khoản mẫu mà ai cũng biết mật khẩu. Hãy dùng một cơ sở dữ liệu mới, hoặc chạy bản mẫu bằng lệnh run.",
    "This database has sample accounts, whose passwords everybody knows. Use a new database, or start the sample with the command run."));
