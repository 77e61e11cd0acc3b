using System.CommandLine;
using Microsoft.AspNetCore.Builder;
using XacThuc.Cli.Houses.Run;
using XacThuc.Platform;
using XacThuc.Register;
using XacThuc.Web.Hosting;

namespace XacThuc.Cli.Houses.House;

/// <summary>The commands <c>platform</c> and <c>register</c>: one house alone, as in production.</summary>
internal static class HouseCommand
{
    public static Command Create(HouseKind house)
    {
        var data = new Option<string>("--data") { Description = "The folder for what the house keeps beside its database", Required = true };
        var platform = RunCommand.Address("--platform", "Address of the health house", "http://localhost:5100");
        var register = RunCommand.Address("--register", "Address of the police house", "http://localhost:5200");
        var postgres = new Option<string?>("--postgres") { Description = "Connection to a PostgreSQL server; a SQLite file without it" };
        var (name, description) = house switch
        {
            HouseKind.Platform => ("platform", "Serve the health house alone"),
            HouseKind.Register => ("register", "Serve the police house alone"),
        };
        var command = new Command(name, description) { data, platform, register, postgres };
        var tls = new TlsOptions();
        tls.AddTo(command);
        command.SetAction((parsed, stop) =>
        {
            var (platformUrl, registerUrl) = (parsed.GetRequiredValue(platform), parsed.GetRequiredValue(register));
            var (certificates, problem) = tls.Read(parsed, house == HouseKind.Platform ? platformUrl : registerUrl);
            if (problem is not null) return Task.FromResult(Terminal.Own.Refuse(problem));
            var options = new RunOptions(
                parsed.GetRequiredValue(data), platformUrl, registerUrl, SampleSize.None, parsed.GetValue(postgres), BorderTls: certificates);
            return new RunHouses(options, Terminal.Own, house).Run(stop);
        });
        return command;
    }

    /// <summary>Builds a house.</summary>
    public static WebApplication Build(HouseSettings settings) => settings.House switch
    {
        HouseKind.Platform => PlatformHouse.Build(settings),
        HouseKind.Register => RegisterHouse.Build(settings),
    };
}
