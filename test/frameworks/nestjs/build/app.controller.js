var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
var __param = (this && this.__param) || function (paramIndex, decorator) {
    return function (target, key) { decorator(target, key, paramIndex); }
};
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { Controller, Get, Redirect, Res, StreamableFile, UseGuards } from '@nestjs/common';
import { CurrentAuth, CurrentUser, requireClaim, requireFresh, requireRole, requireUser, } from 'latchkey/nestjs';
let AppController = class AppController {
    home({ user }) {
        return `Hello ${user?.name ?? 'nobody'}`;
    }
    theme(response) {
        if ('append' in response)
            response.append('Set-Cookie', 'theme=dark');
        else
            response.header('Set-Cookie', 'theme=dark');
        return '';
    }
    profile(user) {
        return `Your profile, ${user.name}`;
    }
    me(user) {
        return { name: user.name };
    }
    fresh() {
        return 'Fresh';
    }
    freshApi() {
        return {};
    }
    admin() {
        return 'Everything';
    }
    never() {
        return {};
    }
    named() {
        return {};
    }
    role() {
        return {};
    }
    claim() {
        return {};
    }
    stream() {
        return new StreamableFile(Readable.from(twoParts()));
    }
    elsewhere() { }
    throws() {
        throw new Error('broken on purpose');
    }
};
__decorate([
    Get(),
    __param(0, CurrentAuth()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object]),
    __metadata("design:returntype", void 0)
], AppController.prototype, "home", null);
__decorate([
    Get('theme'),
    __param(0, Res({ passthrough: true })),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object]),
    __metadata("design:returntype", void 0)
], AppController.prototype, "theme", null);
__decorate([
    Get('profile'),
    UseGuards(requireUser()),
    __param(0, CurrentUser()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object]),
    __metadata("design:returntype", void 0)
], AppController.prototype, "profile", null);
__decorate([
    Get('api/me'),
    UseGuards(requireUser({ api: true })),
    __param(0, CurrentUser()),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", [Object]),
    __metadata("design:returntype", void 0)
], AppController.prototype, "me", null);
__decorate([
    Get('fresh'),
    UseGuards(requireFresh({ maxAge: 300 })),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", []),
    __metadata("design:returntype", void 0)
], AppController.prototype, "fresh", null);
__decorate([
    Get('api/fresh'),
    UseGuards(requireFresh({ maxAge: 300, api: true })),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", []),
    __metadata("design:returntype", void 0)
], AppController.prototype, "freshApi", null);
__decorate([
    Get('admin'),
    UseGuards(requireRole('admin')),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", []),
    __metadata("design:returntype", void 0)
], AppController.prototype, "admin", null);
__decorate([
    Get('api/admin'),
    UseGuards(requireUser({ api: true, allow: () => false })),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", []),
    __metadata("design:returntype", void 0)
], AppController.prototype, "never", null);
__decorate([
    Get('api/named'),
    UseGuards(requireUser({ api: true, allow: ({ name }) => name === 'Alex Lindqvist' })),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", []),
    __metadata("design:returntype", void 0)
], AppController.prototype, "named", null);
__decorate([
    Get('api/role'),
    UseGuards(requireRole(['admin', 'staff'], { api: true })),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", []),
    __metadata("design:returntype", void 0)
], AppController.prototype, "role", null);
__decorate([
    Get('api/claim'),
    UseGuards(requireClaim('groups', 'staff', { api: true })),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", []),
    __metadata("design:returntype", void 0)
], AppController.prototype, "claim", null);
__decorate([
    Get('stream'),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", []),
    __metadata("design:returntype", void 0)
], AppController.prototype, "stream", null);
__decorate([
    Get('elsewhere'),
    Redirect('/', 302),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", []),
    __metadata("design:returntype", void 0)
], AppController.prototype, "elsewhere", null);
__decorate([
    Get('throws'),
    __metadata("design:type", Function),
    __metadata("design:paramtypes", []),
    __metadata("design:returntype", void 0)
], AppController.prototype, "throws", null);
AppController = __decorate([
    Controller()
], AppController);
export { AppController };
async function* twoParts() {
    yield Buffer.from('first');
    await sleep(100);
    yield Buffer.from('second');
}
